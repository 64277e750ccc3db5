blazon_unit_test(crypto digest evp jwk key multikey pem sign)
