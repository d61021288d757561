/** JSON as plain lists, maps and values; start with {@link dev.retort.internal.json.JsonReader}. */
@NullMarked
package dev.retort.internal.json;

import org.jspecify.annotations.NullMarked;
