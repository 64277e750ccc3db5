blazon_unit_test(codec base64url base58 multibase json_ptr)
