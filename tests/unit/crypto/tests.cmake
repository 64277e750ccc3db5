blazon_unit_test(crypto digest key sign pem)
