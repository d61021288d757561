/**
 * What a picture shows, as values, and where what draws it is looked for. Begin with {@link
 * dev.retort.internal.drawing.Drawing}.
 */
@NullMarked
package dev.retort.internal.drawing;

import org.jspecify.annotations.NullMarked;
