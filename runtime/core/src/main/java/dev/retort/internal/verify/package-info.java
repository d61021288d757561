/**
 * Proves on scratch databases that a chain goes up, down and up again. Begin with {@link
 * dev.retort.internal.verify.ChainProof}, which makes the checks; each kind of check is a class.
 */
@NullMarked
package dev.retort.internal.verify;

import org.jspecify.annotations.NullMarked;
