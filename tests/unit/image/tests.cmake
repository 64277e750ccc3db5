blazon_unit_test(image image picture png png_bake png_text svg svg_bake)
