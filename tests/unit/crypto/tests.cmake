blazon_unit_test(crypto digest jwk key multikey pem sign)
