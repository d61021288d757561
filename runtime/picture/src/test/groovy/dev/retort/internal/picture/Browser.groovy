package dev.retort.internal.picture

import dev.retort.internal.json.JsonReader
import dev.retort.internal.json.JsonWriter
import dev.retort.internal.json.Limits
import java.net.http.HttpClient
import java.net.http.WebSocket
import java.nio.file.Path
import java.util.concurrent.CompletableFuture
import java.util.concurrent.CompletionStage
import java.util.concurrent.ConcurrentHashMap
import java.util.concurrent.CopyOnWriteArrayList
import java.util.concurrent.TimeUnit

/** Chromium without a window, which does what its protocol for developers asks for. */
class Browser implements WebSocket.Listener, Closeable {

    private static final long PATIENCE = 60

    private final Process process
    private final WebSocket socket
    private final StringBuilder received = new StringBuilder()
    private final Map<Integer, CompletableFuture<Map>> answers = new ConcurrentHashMap<>()
    private int last
    private String session
    private CompletableFuture<Void> loaded = new CompletableFuture<>()

    /** What a page asked for since it was opened, itself included. */
    final List<String> requests = new CopyOnWriteArrayList<>()

    Browser(Path folder) {
        def out = folder.resolve('chromium.log').toFile()
        process = new ProcessBuilder('chromium', '--headless', '--no-sandbox', '--disable-gpu', '--disable-dev-shm-usage', '--hide-scrollbars',
                "--user-data-dir=${folder.resolve('profile')}", '--remote-debugging-port=0', 'about:blank')
                .redirectErrorStream(true).redirectOutput(out).start()
        process.outputStream.close()
        socket = HttpClient.newHttpClient().newWebSocketBuilder().buildAsync(address(out), this).get(PATIENCE, TimeUnit.SECONDS)
        def target = ask('Target.createTarget', [url: 'about:blank']).targetId
        session = ask('Target.attachToTarget', [targetId: target, flatten: true]).sessionId
        ['Page.enable', 'Network.enable', 'Runtime.enable'].each { ask(it) }
    }

    private URI address(File out) {
        def end = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE)
        while (System.nanoTime() < end && process.alive) {
            def line = out.readLines().find { it.contains('listening on ws://') }
            if (line) {
                return URI.create(line.substring(line.indexOf('ws://')))
            }
            Thread.sleep(50)
        }
        throw new IllegalStateException("Chromium did not start: ${out.text}")
    }

    Map ask(String method, Map arguments = [:]) {
        def number = ++last
        def answer = new CompletableFuture<Map>()
        answers[number] = answer
        socket.sendText(new JsonWriter(Limits.NONE).write([id: number, method: method, params: arguments] + (session ? [sessionId: session] : [:])), true)
        answer.get(PATIENCE, TimeUnit.SECONDS)
    }

    void open(Path page, int width = 1280, int height = 800) {
        requests.clear()
        loaded = new CompletableFuture<>()
        ask('Emulation.setDeviceMetricsOverride', [width: width, height: height, deviceScaleFactor: 1, mobile: false])
        ask('Page.navigate', [url: page.toUri().toString()])
        loaded.get(PATIENCE, TimeUnit.SECONDS)
    }

    /** As the reader's system has it: light or dark, on a screen or on paper. */
    void shownAs(String media, String scheme) {
        ask('Emulation.setEmulatedMedia', [media: media, features: [[name: 'prefers-color-scheme', value: scheme]]])
    }

    void press(String key) {
        def code = [Tab: 9, Enter: 13, ArrowDown: 40, ArrowRight: 39][key]
        ['rawKeyDown', 'keyUp'].each {
            ask('Input.dispatchKeyEvent', [type: it, key: key, code: key, windowsVirtualKeyCode: code] +
                    (key == 'Enter' && it == 'rawKeyDown' ? [type: 'keyDown', text: '\r'] : [:]))
        }
    }

    /** What an expression of JavaScript comes to, as values. */
    Object value(String expression) {
        def answer = ask('Runtime.evaluate', [expression: expression, returnByValue: true, awaitPromise: true])
        assert !answer.exceptionDetails
        answer.result.value
    }

    byte[] picture() {
        ask('Page.captureScreenshot', [format: 'png']).data.decodeBase64()
    }

    byte[] paper() {
        ask('Page.printToPDF', [printBackground: true]).data.decodeBase64()
    }

    @Override
    CompletionStage<?> onText(WebSocket from, CharSequence data, boolean end) {
        received.append(data)
        if (end) {
            def message = new JsonReader(Limits.NONE).read(received.toString()) as Map
            received.length = 0
            take(message)
        }
        from.request(1)
        null
    }

    private void take(Map message) {
        if (message.id) {
            def answer = answers.remove(message.id)
            message.error ? answer.completeExceptionally(new IllegalStateException(message.error.toString())) : answer.complete(message.result as Map)
        } else if (message.method == 'Page.loadEventFired') {
            loaded.complete(null)
        } else if (message.method == 'Network.requestWillBeSent') {
            requests << message.params.request.url
        }
    }

    @Override
    void close() {
        process.descendants().forEach { it.destroy() }
        process.destroy()
        process.waitFor(PATIENCE, TimeUnit.SECONDS)
    }
}
