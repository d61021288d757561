/**
 * Where databases for tests come from; the only place of the test kit that names them. Begin with {@link
 * dev.retort.internal.testkit.server.TestServer}.
 */
@NullMarked
package dev.retort.internal.testkit.server;

import org.jspecify.annotations.NullMarked;
