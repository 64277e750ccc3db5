blazon_unit_test(lint words picture select files unreadable explain pages)
