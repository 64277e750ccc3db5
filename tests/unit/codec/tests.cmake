blazon_unit_test(codec base64url base58 cbor crc32 deflate multibase json_copy json_count json_plain json_ptr number json_read json_write
                 json_locate magic yaml_read)
blazon_unit_test(codec json_scan json_fault json_foreign json_token yaml_scalar yaml_text locate yaml_locate
                 yaml_fault yaml_slip)
