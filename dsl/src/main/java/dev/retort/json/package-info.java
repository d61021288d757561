/** JSON as plain lists, maps and values; start with {@link dev.retort.json.JsonReader}. */
@NullMarked
package dev.retort.json;

import org.jspecify.annotations.NullMarked;
