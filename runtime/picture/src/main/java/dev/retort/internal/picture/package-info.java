/**
 * Draws revisions and tables: as one page, as SVG, and as the text of Mermaid and Graphviz. Begin with {@link
 * dev.retort.internal.picture.PictureArtist}.
 */
@NullMarked
package dev.retort.internal.picture;

import org.jspecify.annotations.NullMarked;
