package dev.retort.benchmark.peers;

/** The least that a program of the JVM can do. */
final class Hello {

    private Hello() {}

    public static void main(String[] args) {
        System.out.println("hello");
    }
}
