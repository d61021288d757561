/**
 * The Language Server Protocol, spoken by LSP4J: what there is to say about scripts, in the words of editors. Begin with {@link
 * dev.retort.internal.lsp.LspServer}.
 */
@NullMarked
package dev.retort.internal.lsp;

import org.jspecify.annotations.NullMarked;
