# What `cmake --install` puts where: program, libraries, headers, pkg-config file, CMake package, man pages,
# completions, schemas.
include(CMakePackageConfigHelpers)

file(RELATIVE_PATH blazon_lib_from_bin "/${CMAKE_INSTALL_FULL_BINDIR}" "/${CMAKE_INSTALL_FULL_LIBDIR}")
set_target_properties(blazon PROPERTIES INSTALL_RPATH "$ORIGIN/${blazon_lib_from_bin}")
install(TARGETS blazon)
install(TARGETS blazon_shared blazon_static EXPORT blazonTargets)
install(DIRECTORY include/blazon TYPE INCLUDE FILES_MATCHING PATTERN "*.h")
install(FILES "${PROJECT_BINARY_DIR}/lib/include/blazon/version.h" DESTINATION "${CMAKE_INSTALL_INCLUDEDIR}/blazon")

file(RELATIVE_PATH blazon_prefix_from_pc "/${CMAKE_INSTALL_LIBDIR}/pkgconfig" "/")
set(blazon_dl "")
if(CMAKE_DL_LIBS)
    set(blazon_dl "-l${CMAKE_DL_LIBS}")
endif()
configure_file(cmake/blazon.pc.in blazon.pc @ONLY)
install(FILES "${PROJECT_BINARY_DIR}/blazon.pc" DESTINATION "${CMAKE_INSTALL_LIBDIR}/pkgconfig")

set(package_dir "${CMAKE_INSTALL_LIBDIR}/cmake/blazon")
configure_package_config_file(cmake/blazonConfig.cmake.in blazonConfig.cmake INSTALL_DESTINATION "${package_dir}")
write_basic_package_version_file(blazonConfigVersion.cmake COMPATIBILITY SameMinorVersion)
install(EXPORT blazonTargets NAMESPACE blazon:: DESTINATION "${package_dir}")
install(FILES "${PROJECT_BINARY_DIR}/blazonConfig.cmake" "${PROJECT_BINARY_DIR}/blazonConfigVersion.cmake"
        DESTINATION "${package_dir}")

foreach(section 1 3 5 7)
    file(GLOB pages CONFIGURE_DEPENDS "${PROJECT_SOURCE_DIR}/man/*.${section}")
    install(FILES ${pages} DESTINATION "${CMAKE_INSTALL_MANDIR}/man${section}")
endforeach()
install(DIRECTORY schemas/ DESTINATION "${CMAKE_INSTALL_DATADIR}/blazon/schemas" FILES_MATCHING PATTERN "*.schema.json")

# The program writes its own completions, so they cannot differ from it. Not when it is built for another machine.
if(NOT CMAKE_CROSSCOMPILING)
    set(completions "${PROJECT_BINARY_DIR}/completions")
    file(MAKE_DIRECTORY "${completions}")
    add_custom_command(
        OUTPUT "${completions}/blazon" "${completions}/_blazon" "${completions}/blazon.fish"
        COMMAND blazon completion bash > "${completions}/blazon"
        COMMAND blazon completion zsh > "${completions}/_blazon"
        COMMAND blazon completion fish > "${completions}/blazon.fish"
        DEPENDS blazon COMMENT "Writing shell completions" VERBATIM)
    add_custom_target(completions ALL DEPENDS "${completions}/blazon")
    install(FILES "${completions}/blazon" DESTINATION "${CMAKE_INSTALL_DATADIR}/bash-completion/completions")
    install(FILES "${completions}/_blazon" DESTINATION "${CMAKE_INSTALL_DATADIR}/zsh/site-functions")
    install(FILES "${completions}/blazon.fish" DESTINATION "${CMAKE_INSTALL_DATADIR}/fish/vendor_completions.d")
endif()
