blazon_unit_test(jose alg jws jws_sign)
