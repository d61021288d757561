package dev.retort.internal.sandbox;

import groovyjarjarantlr4.v4.runtime.Parser;
import groovyjarjarantlr4.v4.runtime.atn.ParserATNSimulator;
import java.lang.reflect.Field;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import org.apache.groovy.parser.antlr4.Antlr4ParserPlugin;
import org.apache.groovy.parser.antlr4.AstBuilder;
import org.codehaus.groovy.ast.ModuleNode;
import org.codehaus.groovy.control.ParserPlugin;
import org.codehaus.groovy.control.ParserPluginFactory;
import org.codehaus.groovy.control.SourceUnit;
import org.codehaus.groovy.syntax.Reduction;
import org.jspecify.annotations.Nullable;

/**
 * Groovy's parser, which remembers what it predicted. Commands without brackets cannot be told apart by a few tokens,
 * and what the parser finds out about such a place with all of its context it forgets again, unless it is set to keep
 * that: it was half of the time that a script takes to compile, for the thousandth script as for the tenth.
 */
final class ScriptParser extends Antlr4ParserPlugin {

    /**
     * What is remembered is shared by all parsers and not created for several at once: with two that began at the same
     * time, predictions failed. Whoever has to wait for longer than a script takes does without.
     */
    private static final Lock TURN = new ReentrantLock();

    private static final long PATIENCE_MILLIS = 200;

    /** Nothing else leads to it; where there is no such field, the parser takes its time. */
    private static final @Nullable Field PARSER = field();

    static ParserPluginFactory factory() {
        return new ParserPluginFactory() {
            @Override
            public ParserPlugin createParserPlugin() {
                return new ScriptParser();
            }
        };
    }

    private static @Nullable Field field() {
        try {
            Field field = AstBuilder.class.getDeclaredField("parser");
            field.setAccessible(true);
            return field;
        } catch (NoSuchFieldException | RuntimeException e) {
            return null;
        }
    }

    @Override
    public ModuleNode buildAST(SourceUnit source, ClassLoader loader, Reduction tree) {
        AstBuilder builder = new AstBuilder(source, false, false);
        if (!takeTurn()) {
            return builder.buildAST();
        }
        try {
            remember(builder);
            return builder.buildAST();
        } finally {
            TURN.unlock();
        }
    }

    private static boolean takeTurn() {
        try {
            return TURN.tryLock(PATIENCE_MILLIS, TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    /** @return whether it does */
    static boolean remember(AstBuilder builder) {
        try {
            if (PARSER != null && PARSER.get(builder) instanceof Parser parser) {
                ParserATNSimulator predictions = parser.getInterpreter();
                predictions.enable_global_context_dfa = true;
                return true;
            }
            return false;
        } catch (IllegalAccessException e) {
            return false;
        }
    }
}
