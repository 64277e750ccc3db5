blazon_unit_test(status bits encoded_list entry list list_document list_embed list_file list_publish list_show
                 published revocations)
