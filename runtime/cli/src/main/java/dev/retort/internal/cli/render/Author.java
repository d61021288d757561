package dev.retort.internal.cli.render;

/**
 * Who last changed a script.
 *
 * @param date as {@code 2026-11-21}
 */
public record Author(String name, String date) {

    @Override
    public String toString() {
        return name + ", " + date;
    }
}
