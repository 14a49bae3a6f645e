package org.asemeducation.stocktake.report.docx;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.StringWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilder;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import javax.xml.transform.OutputKeys;
import javax.xml.transform.Transformer;
import javax.xml.transform.TransformerException;
import javax.xml.transform.TransformerFactory;
import javax.xml.transform.dom.DOMSource;
import javax.xml.transform.stream.StreamResult;

import org.jspecify.annotations.Nullable;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.w3c.dom.NodeList;
import org.xml.sax.SAXException;

/**
 * Parts of Word files that somebody brought, as trees. Nothing outside them is read.
 */
final class WordDom {

	static final String W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";

	static final String RELATIONSHIPS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

	private WordDom() {
	}

	static Document parse(byte[] part, String name) {
		try {
			DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
			factory.setNamespaceAware(true);
			factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
			factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
			DocumentBuilder builder = factory.newDocumentBuilder();
			builder.setErrorHandler(null);
			return builder.parse(new ByteArrayInputStream(part));
		}
		catch (SAXException ex) {
			throw new IllegalArgumentException("The file cannot be read: its part %s is no XML.".formatted(name), ex);
		}
		catch (IOException | ParserConfigurationException ex) {
			throw new IllegalStateException(ex);
		}
	}

	static byte[] bytes(Document part) {
		ByteArrayOutputStream out = new ByteArrayOutputStream();
		write(part, new OutputStreamWriter(out, StandardCharsets.UTF_8), false);
		return out.toByteArray();
	}

	static String text(Element element) {
		StringWriter text = new StringWriter();
		write(element, text, true);
		return text.toString();
	}

	private static void write(Node node, Writer out, boolean inner) {
		try {
			Transformer transformer = TransformerFactory.newInstance().newTransformer();
			transformer.setOutputProperty(OutputKeys.OMIT_XML_DECLARATION, inner ? "yes" : "no");
			transformer.setOutputProperty(OutputKeys.ENCODING, "UTF-8");
			transformer.transform(new DOMSource(node), new StreamResult(out));
			out.flush();
		}
		catch (TransformerException | IOException ex) {
			throw new IllegalStateException(ex);
		}
	}

	static List<Element> all(Document part, String name) {
		NodeList nodes = part.getElementsByTagNameNS(W, name);
		List<Element> elements = new ArrayList<>();
		for (int i = 0; i < nodes.getLength(); i++) {
			elements.add((Element) nodes.item(i));
		}
		return elements;
	}

	static List<Element> children(Element parent) {
		List<Element> children = new ArrayList<>();
		for (Node node = parent.getFirstChild(); node != null; node = node.getNextSibling()) {
			if (node instanceof Element child) {
				children.add(child);
			}
		}
		return children;
	}

	static @Nullable Element child(Element parent, String name) {
		return children(parent).stream().filter((it) -> name.equals(it.getLocalName())).findFirst().orElse(null);
	}

	static String value(@Nullable Element element) {
		return (element != null) ? element.getAttributeNS(W, "val") : "";
	}

	static int number(@Nullable Element element, String attribute) {
		String number = (element != null) ? element.getAttributeNS(W, attribute) : "";
		return number.matches("-?\\d{1,6}") ? Integer.parseInt(number) : 0;
	}

}
