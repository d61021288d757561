package dev.retort.benchmark.peers;

import java.nio.file.Path;
import java.util.List;

/**
 * Where a program runs.
 *
 * @param folder that it is started in, with its scripts
 * @param chain that the scripts make up
 */
record Stage(Path folder, List<Step> chain, Database database) {}
