package dev.retort.graph;

/** Which way a step goes. */
public enum Direction {
    UP,
    DOWN
}
