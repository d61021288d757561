package dev.retort.internal.jpa;

import dev.retort.Problem;
import dev.retort.RetortException;
import dev.retort.internal.error.Suggestion;
import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.SAXException;

/** A persistence unit of {@code META-INF/persistence.xml}, as far as it says what tables there are. */
final class PersistenceUnit {

    private static final String FILE = "META-INF/persistence.xml";

    private final Element element;

    private PersistenceUnit(Element element) {
        this.element = element;
    }

    /** @throws RetortException of the kind USAGE where no file on the class path has it */
    static PersistenceUnit named(String name, ClassLoader loader) {
        List<String> others = new ArrayList<>();
        for (PersistenceUnit unit : all(loader)) {
            if (unit.name().equals(name)) {
                return unit;
            }
            others.add(unit.name());
        }
        throw JpaSettings.usage(
                others.isEmpty()
                        ? "There is no " + FILE + " on the class path of the entities."
                        : "There is no persistence unit \"" + name + "\".",
                others.isEmpty()
                        ? "Set jpa.classes to the folder that it is in."
                        : Suggestion.didYouMean(name, others)
                                .orElse("The persistence units are " + String.join(", ", others) + "."));
    }

    private static List<PersistenceUnit> all(ClassLoader loader) {
        List<PersistenceUnit> units = new ArrayList<>();
        try {
            for (URL file : Collections.list(loader.getResources(FILE))) {
                units.addAll(in(file));
            }
        } catch (IOException e) {
            throw unreadable(FILE, e);
        }
        return units;
    }

    private static List<PersistenceUnit> in(URL file) {
        try (InputStream text = file.openStream()) {
            DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
            factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
            factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
            factory.setNamespaceAware(true);
            var builder = factory.newDocumentBuilder();
            builder.setErrorHandler(null);
            Element root = builder.parse(text).getDocumentElement();
            return elements(root, "persistence-unit").stream()
                    .map(PersistenceUnit::new)
                    .toList();
        } catch (IOException | SAXException | ParserConfigurationException e) {
            throw unreadable(file.toString(), e);
        }
    }

    private static RetortException unreadable(String file, Exception why) {
        return new RetortException(
                RetortException.Kind.USAGE,
                List.of(Problem.of("The file " + file + " cannot be read: " + why.getMessage())),
                why);
    }

    private static List<Element> elements(Element element, String name) {
        NodeList found = element.getElementsByTagNameNS("*", name);
        List<Element> elements = new ArrayList<>();
        for (int i = 0; i < found.getLength(); i++) {
            elements.add((Element) found.item(i));
        }
        return elements;
    }

    private List<String> texts(String name) {
        return elements(element, name).stream()
                .map(each -> each.getTextContent().strip())
                .toList();
    }

    private String name() {
        return element.getAttribute("name");
    }

    List<String> classes() {
        return texts("class");
    }

    List<String> mappings() {
        return texts("mapping-file");
    }

    Map<String, String> properties() {
        Map<String, String> properties = new LinkedHashMap<>();
        for (Element property : elements(element, "property")) {
            properties.put(property.getAttribute("name"), property.getAttribute("value"));
        }
        return properties;
    }

    /** Whether no other classes belong to it than those that it names. */
    boolean isComplete() {
        // The element without a text says so as well.
        return texts("exclude-unlisted-classes").stream().anyMatch(text -> !text.equals("false"));
    }
}
