# blazon_embed(TARGET SYMBOL FILE...): compiles files into TARGET as one sorted table
#   const blz_embedded SYMBOL[]; const size_t SYMBOL_count;    (lib/base/embed.h)
# The name of an entry is the file's path below the calling folder's BASE (default: the project's root).
function(blazon_embed target symbol)
    set(out "${CMAKE_CURRENT_BINARY_DIR}/${symbol}.c")
    list(SORT ARGN)
    add_custom_command(
        OUTPUT "${out}"
        COMMAND "${CMAKE_COMMAND}" "-DOUT=${out}" "-DSYMBOL=${symbol}" "-DROOT=${PROJECT_SOURCE_DIR}"
                "-DFILES=${ARGN}" -P "${PROJECT_SOURCE_DIR}/cmake/EmbedFiles.cmake"
        DEPENDS ${ARGN} "${PROJECT_SOURCE_DIR}/cmake/EmbedFiles.cmake"
        COMMENT "Embedding ${symbol}" VERBATIM)
    # A command belongs to the folder that calls it, the target may be another's: the custom target joins them.
    add_custom_target(${symbol}_embedded DEPENDS "${out}")
    add_dependencies(${target} ${symbol}_embedded)
    set_source_files_properties("${out}" TARGET_DIRECTORY ${target} PROPERTIES GENERATED TRUE)
    target_sources(${target} PRIVATE "${out}")
endfunction()
