blazon_unit_test(crypto digest evp jwk key multikey pem sign)
blazon_unit_test(crypto jwk_write key_from key_new pkcs8 rsa)
