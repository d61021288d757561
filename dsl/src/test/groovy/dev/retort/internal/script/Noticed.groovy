package dev.retort.internal.script

import groovy.transform.CompileStatic

/** Beside the words of the language, where the compiler could find it, and not on the allow-list: notices that it runs. */
@CompileStatic
class Noticed extends RuntimeException {

    public static final int WIDTH = Notices.note('WIDTH')
    public static final String TEXT = 'text'

    static int width() { WIDTH }

    static class Notices {

        static final List<String> RUN = []

        static int note(String what) {
            RUN << what
            1
        }
    }
}
