blazon_unit_test(codec base64url base58 multibase json_ptr number json_plain json_read json_write json_locate)
