package dev.retort.internal.sandbox.verify

import dev.retort.internal.sandbox.Effects
import dev.retort.internal.sandbox.runtime.Budget
import dev.retort.internal.sandbox.runtime.BudgetExceeded
import dev.retort.internal.sandbox.runtime.Guard
import java.time.Duration
import org.objectweb.asm.ClassWriter
import org.objectweb.asm.ConstantDynamic
import org.objectweb.asm.Handle
import org.objectweb.asm.Label
import org.objectweb.asm.MethodVisitor
import org.objectweb.asm.Type
import spock.lang.Shared
import spock.lang.Specification
import spock.lang.Timeout

import static org.objectweb.asm.Opcodes.*

/** Classes that no compiler writes, as if they had slipped past all walls in front. */
class AssembledClassesSpec extends Specification {

    static final String METAFACTORY = '(Ljava/lang/invoke/MethodHandles$Lookup;Ljava/lang/String;Ljava/lang/invoke/MethodType;Ljava/lang/invoke/MethodType;Ljava/lang/invoke/MethodHandle;Ljava/lang/invoke/MethodType;)Ljava/lang/invoke/CallSite;'

    @Shared
    UnitGate gate = new UnitGate(AssembledClassesSpec.classLoader)

    static byte[] type(Map<String, Object> how = [:], Closure<?> members = {}) {
        def writer = new ClassWriter(ClassWriter.COMPUTE_MAXS)
        writer.visit(V17, how.access ?: ACC_PUBLIC | ACC_SUPER, how.name ?: 'Evil', null, how.parent ?: 'java/lang/Object', (how.interfaces ?: []) as String[])
        members(writer)
        writer.visitEnd()
        writer.toByteArray()
    }

    /** A class with one static method. */
    static byte[] code(Map<String, Object> how = [:], Closure<?> instructions) {
        type(how) { ClassWriter writer -> method(writer, how.method ?: 'go', how.descriptor ?: '()V', how.flags ?: ACC_PUBLIC | ACC_STATIC, instructions) }
    }

    static void method(ClassWriter writer, String name, String descriptor, int access, Closure<?> instructions) {
        def visitor = writer.visitMethod(access, name, descriptor, null, null)
        visitor.visitCode()
        instructions(visitor)
        visitor.visitMaxs(0, 0)
        visitor.visitEnd()
    }

    static void exit(MethodVisitor m) {
        m.visitInsn(ICONST_3)
        m.visitMethodInsn(INVOKESTATIC, 'java/lang/System', 'exit', '(I)V', false)
        m.visitInsn(RETURN)
    }

    def "a harmless class is admitted and runs"() {
        given:
        def bytes = code { MethodVisitor m ->
            m.visitLdcInsn('1')
            m.visitMethodInsn(INVOKESTATIC, 'java/lang/Integer', 'parseInt', '(Ljava/lang/String;)I', false)
            m.visitInsn(POP)
            m.visitInsn(RETURN)
        }

        when:
        run(gate.admit('x.groovy', [Evil: bytes]))

        then:
        noExceptionThrown()
    }

    private static void run(AdmittedUnit unit, Budget budget = Budget.DEFAULT) {
        def guard = new Guard(budget)
        def loader = unit.open(guard)
        guard.run { Class.forName('Evil', true, loader).getMethod('go').invoke(null) }
    }

    def "refused: #what"() {
        when:
        def judgement = gate.judge([Evil: bytes])

        then:
        !judgement.violations().empty

        where:
        what                           | bytes
        'a call of System.exit'        | code { m -> exit(m) }
        'a static method inherited'    | code { m -> m.visitInsn(ACONST_NULL); m.visitMethodInsn(INVOKESTATIC, 'java/util/SimpleTimeZone', 'setDefault', '(Ljava/util/TimeZone;)V', false); m.visitInsn(RETURN) }
        'a static of the own parent'   | code(parent: 'java/util/SimpleTimeZone') { m -> m.visitInsn(ACONST_NULL); m.visitMethodInsn(INVOKESTATIC, 'Evil', 'setDefault', '(Ljava/util/TimeZone;)V', false); m.visitInsn(RETURN) }
        'a read of System.out'         | code { m -> m.visitFieldInsn(GETSTATIC, 'java/lang/System', 'out', 'Ljava/io/PrintStream;'); m.visitInsn(POP); m.visitInsn(RETURN) }
        'a write to a listed field'    | code { m -> m.visitInsn(ACONST_NULL); m.visitFieldInsn(PUTSTATIC, 'java/util/Locale', 'ROOT', 'Ljava/util/Locale;'); m.visitInsn(RETURN) }
        'getClass'                     | code { m -> m.visitLdcInsn('x'); m.visitMethodInsn(INVOKEVIRTUAL, 'java/lang/Object', 'getClass', '()Ljava/lang/Class;', false); m.visitInsn(POP); m.visitInsn(RETURN) }
        'getClass of an array'         | code { m -> m.visitInsn(ICONST_0); m.visitIntInsn(NEWARRAY, T_INT); m.visitMethodInsn(INVOKEVIRTUAL, '[I', 'getClass', '()Ljava/lang/Class;', false); m.visitInsn(POP); m.visitInsn(RETURN) }
        'a member of Class'            | code { m -> m.visitLdcInsn(Type.getObjectType('java/lang/String')); m.visitMethodInsn(INVOKEVIRTUAL, 'java/lang/Class', 'getClassLoader', '()Ljava/lang/ClassLoader;', false); m.visitInsn(POP); m.visitInsn(RETURN) }
        'a constant of a class'        | code { m -> m.visitLdcInsn(Type.getObjectType('java/io/File')); m.visitInsn(POP); m.visitInsn(RETURN) }
        'a constant of an array class' | code { m -> m.visitLdcInsn(Type.getType('[[Ljava/io/File;')); m.visitInsn(POP); m.visitInsn(RETURN) }
        'a constant of a method type'  | code { m -> m.visitLdcInsn(Type.getMethodType('(Ljava/io/File;)V')); m.visitInsn(POP); m.visitInsn(RETURN) }
        'a constant of a handle'       | code { m -> m.visitLdcInsn(new Handle(H_INVOKESTATIC, 'java/lang/System', 'exit', '(I)V', false)); m.visitInsn(POP); m.visitInsn(RETURN) }
        'a handle to what is listed'   | code { m -> m.visitLdcInsn(new Handle(H_INVOKESTATIC, 'java/lang/Integer', 'parseInt', '(Ljava/lang/String;)I', false)); m.visitInsn(POP); m.visitInsn(RETURN) }
        'a dynamic constant'           | code { m -> m.visitLdcInsn(new ConstantDynamic('x', 'Ljava/lang/Object;', new Handle(H_INVOKESTATIC, 'java/lang/invoke/ConstantBootstraps', 'nullConstant', '(Ljava/lang/invoke/MethodHandles$Lookup;Ljava/lang/String;Ljava/lang/Class;)Ljava/lang/Object;', false))); m.visitInsn(POP); m.visitInsn(RETURN) }
        'a bootstrap of its own'       | code { m -> m.visitInvokeDynamicInsn('x', '()V', new Handle(H_INVOKESTATIC, 'Evil', 'boot', '(Ljava/lang/invoke/MethodHandles$Lookup;Ljava/lang/String;Ljava/lang/invoke/MethodType;)Ljava/lang/invoke/CallSite;', false)); m.visitInsn(RETURN) }
        'a bootstrap of Groovy'        | code { m -> m.visitInsn(ACONST_NULL); m.visitInvokeDynamicInsn('invoke', '(Ljava/lang/Object;)V', new Handle(H_INVOKESTATIC, 'org/codehaus/groovy/vmplugin/v8/IndyInterface', 'bootstrap', '(Ljava/lang/invoke/MethodHandles$Lookup;Ljava/lang/String;Ljava/lang/invoke/MethodType;Ljava/lang/String;I)Ljava/lang/invoke/CallSite;', false), 'exit', 0); m.visitInsn(RETURN) }
        'string concatenation'         | code { m -> m.visitLdcInsn('x'); m.visitInvokeDynamicInsn('makeConcatWithConstants', '(Ljava/lang/String;)Ljava/lang/String;', new Handle(H_INVOKESTATIC, 'java/lang/invoke/StringConcatFactory', 'makeConcatWithConstants', '(Ljava/lang/invoke/MethodHandles$Lookup;Ljava/lang/String;Ljava/lang/invoke/MethodType;Ljava/lang/String;[Ljava/lang/Object;)Ljava/lang/invoke/CallSite;', false), '\u0001'); m.visitInsn(POP); m.visitInsn(RETURN) }
        'a lambda of System.exit'      | code { m -> m.visitInvokeDynamicInsn('accept', '()Ljava/util/function/IntConsumer;', new Handle(H_INVOKESTATIC, 'java/lang/invoke/LambdaMetafactory', 'metafactory', METAFACTORY, false), Type.getMethodType('(I)V'), new Handle(H_INVOKESTATIC, 'java/lang/System', 'exit', '(I)V', false), Type.getMethodType('(I)V')); m.visitInsn(POP); m.visitInsn(RETURN) }
        'a lambda of a closed type'    | code { m -> m.visitInvokeDynamicInsn('run', '()Ljava/lang/Readable;', new Handle(H_INVOKESTATIC, 'java/lang/invoke/LambdaMetafactory', 'metafactory', METAFACTORY, false), Type.getMethodType('()V'), new Handle(H_INVOKESTATIC, 'Evil', 'go', '()V', false), Type.getMethodType('()V')); m.visitInsn(POP); m.visitInsn(RETURN) }
        'a constructor as a lambda'    | code { m -> m.visitInvokeDynamicInsn('apply', '()Ljava/util/function/IntFunction;', new Handle(H_INVOKESTATIC, 'java/lang/invoke/LambdaMetafactory', 'metafactory', METAFACTORY, false), Type.getMethodType('(I)Ljava/lang/Object;'), new Handle(H_NEWINVOKESPECIAL, 'java/util/ArrayList', '<init>', '(I)V', false), Type.getMethodType('(I)Ljava/lang/Object;')); m.visitInsn(POP); m.visitInsn(RETURN) }
        'a record of others'           | code { m -> m.visitInsn(ACONST_NULL); m.visitInvokeDynamicInsn('toString', '(Ljava/lang/String;)Ljava/lang/String;', new Handle(H_INVOKESTATIC, 'java/lang/runtime/ObjectMethods', 'bootstrap', '(Ljava/lang/invoke/MethodHandles$Lookup;Ljava/lang/String;Ljava/lang/invoke/TypeDescriptor;Ljava/lang/Class;Ljava/lang/String;[Ljava/lang/invoke/MethodHandle;)Ljava/lang/Object;', false), Type.getObjectType('java/lang/String'), 'value', new Handle(H_GETFIELD, 'java/lang/String', 'value', '[B', false)); m.visitInsn(POP); m.visitInsn(RETURN) }
        'a cast to a closed type'      | code { m -> m.visitInsn(ACONST_NULL); m.visitTypeInsn(CHECKCAST, 'java/io/File'); m.visitInsn(POP); m.visitInsn(RETURN) }
        'instanceof a closed type'     | code { m -> m.visitInsn(ACONST_NULL); m.visitTypeInsn(INSTANCEOF, '[Ljava/io/File;'); m.visitInsn(POP); m.visitInsn(RETURN) }
        'an array of a closed type'    | code { m -> m.visitInsn(ICONST_1); m.visitTypeInsn(ANEWARRAY, 'java/io/File'); m.visitInsn(POP); m.visitInsn(RETURN) }
        'arrays of a closed type'      | code { m -> m.visitInsn(ICONST_1); m.visitInsn(ICONST_1); m.visitMultiANewArrayInsn('[[Ljava/io/File;', 2); m.visitInsn(POP); m.visitInsn(RETURN) }
        'arrays of three dimensions'   | code { m -> m.visitInsn(ICONST_1); m.visitInsn(ICONST_1); m.visitInsn(ICONST_1); m.visitMultiANewArrayInsn('[[[I', 3); m.visitInsn(POP); m.visitInsn(RETURN) }
        'new without a constructor'    | code { m -> m.visitTypeInsn(NEW, 'java/io/File'); m.visitInsn(POP); m.visitInsn(RETURN) }
        'a caught type'                | code { m -> def (s, e, h) = [new Label(), new Label(), new Label()]; m.visitTryCatchBlock(s, e, h, 'java/lang/ThreadDeath'); m.visitLabel(s); m.visitInsn(NOP); m.visitLabel(e); m.visitInsn(RETURN); m.visitLabel(h); m.visitFrame(F_NEW, 0, null, 1, ['java/lang/Throwable'] as Object[]); m.visitInsn(POP); m.visitInsn(RETURN) }
        'a monitor'                    | code { m -> m.visitLdcInsn('x'); m.visitInsn(MONITORENTER); m.visitInsn(RETURN) }
        'a synchronized method'        | code(flags: ACC_PUBLIC | ACC_STATIC | ACC_SYNCHRONIZED) { m -> m.visitInsn(RETURN) }
        'a native method'              | type([:]) { w -> w.visitMethod(ACC_PUBLIC | ACC_STATIC | ACC_NATIVE, 'go', '()V', null, null).visitEnd() }
        'a parameter type'             | code(descriptor: '(Ljava/io/File;)V') { m -> m.visitInsn(RETURN) }
        'a result type'                | code(descriptor: '()Ljava/lang/Thread;') { m -> m.visitInsn(ACONST_NULL); m.visitInsn(ARETURN) }
        'a field type'                 | type([:]) { w -> w.visitField(ACC_PUBLIC, 'f', '[Ljava/lang/Thread;', null, null).visitEnd() }
        'a declared exception'         | type([:]) { w -> w.visitMethod(ACC_PUBLIC | ACC_ABSTRACT, 'm', '()V', null, ['java/io/IOException'] as String[]).visitEnd() }
        'a parent'                     | type(parent: 'java/lang/Thread')
        'a parent that is listed'      | type(parent: 'java/util/ArrayList')
        'a Closure with an interface'  | type(parent: 'groovy/lang/Closure', interfaces: ['java/lang/Comparable'])
        'an interface'                 | type(interfaces: ['groovy/lang/GroovyInterceptable'])
        'an interface of collections'  | type(interfaces: ['java/util/Map'])
        'an annotation'                | type(access: ACC_PUBLIC | ACC_INTERFACE | ACC_ABSTRACT | ACC_ANNOTATION)
        'an interface with getClass'   | type(access: ACC_PUBLIC | ACC_INTERFACE | ACC_ABSTRACT) { w -> w.visitMethod(ACC_PUBLIC | ACC_ABSTRACT, 'getClass', '()Ljava/lang/Class;', null, null).visitEnd() }
        'an interface with notify'     | type(access: ACC_PUBLIC | ACC_INTERFACE | ACC_ABSTRACT) { w -> w.visitMethod(ACC_PUBLIC | ACC_ABSTRACT, 'notifyAll', '()V', null, null).visitEnd() }
        'finalize'                     | code(method: 'finalize', flags: ACC_PROTECTED) { m -> m.visitInsn(RETURN) }
        'a nest mate of Java'          | type([:]) { w -> w.visitNestHost('java/lang/String') }
        'a package'                    | code(name: 'groovy/util/Eval') { m -> m.visitInsn(RETURN) }
        'a package of Java'            | code(name: 'java/lang/Evil') { m -> m.visitInsn(RETURN) }
        'the name of our own class'    | code(name: 'dev/retort/internal/sandbox/unit/Watched') { m -> m.visitInsn(RETURN) }
        'a call of the runtime'        | code { m -> m.visitInsn(ACONST_NULL); m.visitLdcInsn('x'); m.visitMethodInsn(INVOKESTATIC, 'dev/retort/internal/sandbox/runtime/ByName', 'getAt', '(Ljava/lang/Object;Ljava/lang/String;)Ljava/lang/Object;', false); m.visitInsn(POP); m.visitInsn(RETURN) }
        'a call of the guard'          | code { m -> m.visitInsn(ICONST_0); m.visitMethodInsn(INVOKESTATIC, 'dev/retort/internal/sandbox/unit/Watched', 'leave', '(I)V', false); m.visitInsn(RETURN) }
        'a private constructor'        | code { m -> m.visitTypeInsn(NEW, 'java/util/Collections'); m.visitInsn(DUP); m.visitMethodInsn(INVOKESPECIAL, 'java/util/Collections', '<init>', '()V', false); m.visitInsn(POP); m.visitInsn(RETURN) }
        'a method that is not there'   | code { m -> m.visitMethodInsn(INVOKESTATIC, 'Evil', 'gone', '()V', false); m.visitInsn(RETURN) }
        'a field that is not there'    | code { m -> m.visitFieldInsn(GETSTATIC, 'Evil', 'gone', 'I'); m.visitInsn(POP); m.visitInsn(RETURN) }
        'a method pointer'             | code { m -> m.visitLdcInsn('x'); m.visitLdcInsn('getClass'); m.visitMethodInsn(INVOKESTATIC, 'org/codehaus/groovy/runtime/ScriptBytecodeAdapter', 'getMethodPointer', '(Ljava/lang/Object;Ljava/lang/String;)Lgroovy/lang/Closure;', false); m.visitInsn(POP); m.visitInsn(RETURN) }
        'a call of the MOP'            | code { m -> m.visitLdcInsn('x'); m.visitLdcInsn('x'); m.visitInsn(ACONST_NULL); m.visitMethodInsn(INVOKESTATIC, 'org/codehaus/groovy/runtime/InvokerHelper', 'invokeMethod', '(Ljava/lang/Object;Ljava/lang/String;Ljava/lang/Object;)Ljava/lang/Object;', false); m.visitInsn(POP); m.visitInsn(RETURN) }
    }

    def "code in #name is not excused by its name"() {
        given:
        def bytes = type([:]) { ClassWriter writer ->
            method(writer, '<init>', '()V', ACC_PUBLIC) { m ->
                m.visitVarInsn(ALOAD, 0)
                m.visitMethodInsn(INVOKESPECIAL, 'java/lang/Object', '<init>', '()V', false)
                m.visitInsn(RETURN)
            }
            method(writer, name, descriptor, ACC_PUBLIC) { m ->
                m.visitLdcInsn('retort.pwned')
                m.visitLdcInsn('x')
                m.visitMethodInsn(INVOKESTATIC, 'java/lang/System', 'setProperty', '(Ljava/lang/String;Ljava/lang/String;)Ljava/lang/String;', false)
                m.visitInsn(POP)
                if (descriptor.endsWith('V')) {
                    m.visitInsn(RETURN)
                } else {
                    m.visitInsn(ACONST_NULL)
                    m.visitInsn(ARETURN)
                }
            }
        }
        def effects = new Effects()

        when: "it is dropped or has another body, or is refused like any other"
        def judgement = gate.judge([Evil: bytes])
        if (judgement.violations().empty) {
            def type = Class.forName('Evil', true, judgement.unit().open(new Guard(Budget.DEFAULT)))
            type.declaredMethods.findAll { it.name == name && it.parameterCount <= 1 }.each { method ->
                def evil = type.getConstructor().newInstance()
                method.invoke(evil, (method.parameterCount == 0 ? [] : [null]) as Object[])
            }
        }

        then:
        effects.found().empty

        where:
        name                    | descriptor
        'getMetaClass'          | '()Lgroovy/lang/MetaClass;'
        'setMetaClass'          | '(Lgroovy/lang/MetaClass;)V'
        '$getStaticMetaClass'   | '()Lgroovy/lang/MetaClass;'
        '$createCallSiteArray'  | '()Lorg/codehaus/groovy/runtime/callsite/CallSiteArray;'
        '$getCallSiteArray'     | '()[Lorg/codehaus/groovy/runtime/callsite/CallSite;'
        'main'                  | '([Ljava/lang/String;)V'
        'methodMissing'         | '(Ljava/lang/String;Ljava/lang/Object;)Ljava/lang/Object;'
        'propertyMissing'       | '(Ljava/lang/String;)Ljava/lang/Object;'
        'this$dist$invoke$1'    | '(Ljava/lang/String;Ljava/lang/Object;)Ljava/lang/Object;'
        '__$swapInit'           | '()V'
        'getMetaClass'          | '()V'
    }

    def "a class that slipped past the verifier does not link"() {
        given:
        def effects = new Effects()

        when:
        run(gate.judge([Evil: bytes]).unit())

        then:
        def e = thrown(java.lang.reflect.InvocationTargetException)
        e.cause instanceof LinkageError
        effects.found().empty

        where:
        bytes << [
                code { m -> exit(m) },
                code { m -> m.visitTypeInsn(NEW, 'java/lang/Thread'); m.visitInsn(DUP); m.visitMethodInsn(INVOKESPECIAL, 'java/lang/Thread', '<init>', '()V', false); m.visitInsn(POP); m.visitInsn(RETURN) },
                code { m -> m.visitLdcInsn(Type.getObjectType('java/io/File')); m.visitInsn(POP); m.visitInsn(RETURN) },
                code { m -> m.visitMethodInsn(INVOKESTATIC, 'java/lang/invoke/MethodHandles', 'lookup', '()Ljava/lang/invoke/MethodHandles$Lookup;', false); m.visitInsn(POP); m.visitInsn(RETURN) },
                code { m -> m.visitFieldInsn(GETSTATIC, 'java/lang/System', 'out', 'Ljava/io/PrintStream;'); m.visitInsn(POP); m.visitInsn(RETURN) },
                code { m -> m.visitMethodInsn(INVOKESTATIC, 'dev/retort/internal/sandbox/ScriptCompiler', 'x', '()V', false); m.visitInsn(RETURN) }
        ]
    }

    @Timeout(20)
    def "loops that no compiler writes end with the budget: #what"() {
        when:
        run(gate.admit('x.groovy', [Evil: bytes]), new Budget(Duration.ofMillis(200), 100, 1000, 1000))

        then:
        def failure = thrown(Throwable)
        (failure instanceof BudgetExceeded ? failure : failure.cause) instanceof BudgetExceeded

        where:
        what                             | bytes
        'a jump to itself'               | code { m -> def l = new Label(); m.visitLabel(l); m.visitFrame(F_NEW, 0, null, 0, null); m.visitJumpInsn(GOTO, l) }
        'a switch that jumps back'       | code { m -> def l = new Label(); m.visitLabel(l); m.visitFrame(F_NEW, 0, null, 0, null); m.visitInsn(ICONST_0); m.visitTableSwitchInsn(0, 0, l, l) }
        'a handler that covers itself'   | code { m -> def (s, end) = [new Label(), new Label()]; m.visitTryCatchBlock(s, end, s, null); m.visitInsn(ACONST_NULL); m.visitLabel(s); m.visitFrame(F_NEW, 0, null, 1, ['java/lang/Throwable'] as Object[]); m.visitInsn(ATHROW); m.visitLabel(end) }
        'handlers that cover each other' | code { m ->
            def (s1, s2, e1, e2) = [new Label(), new Label(), new Label(), new Label()]
            m.visitTryCatchBlock(s1, e1, s2, null)
            m.visitTryCatchBlock(s2, e2, s1, null)
            m.visitInsn(ACONST_NULL)
            m.visitLabel(s1)
            m.visitFrame(F_NEW, 0, null, 1, ['java/lang/Throwable'] as Object[])
            m.visitInsn(ATHROW)
            m.visitLabel(e1)
            m.visitLabel(s2)
            m.visitFrame(F_NEW, 0, null, 1, ['java/lang/Throwable'] as Object[])
            m.visitInsn(ATHROW)
            m.visitLabel(e2)
        }
        'a method that calls itself'     | code { m -> m.visitMethodInsn(INVOKESTATIC, 'Evil', 'go', '()V', false); m.visitInsn(RETURN) }
    }
}
