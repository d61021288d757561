/** Where what serves editors is looked for. Begin with {@link dev.retort.internal.editor.EditorServer}. */
@NullMarked
package dev.retort.internal.editor;

import org.jspecify.annotations.NullMarked;
