package org.asemeducation.stocktake.report.web;

import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.time.Instant;

import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

import org.asemeducation.stocktake.engine.PublicUrl;
import org.asemeducation.stocktake.report.document.Document;
import org.asemeducation.stocktake.report.web.Published.Event;

import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/**
 * The published reports and their corrections as an Atom feed (RFC 4287).
 */
@RestController
class Feed {

	private static final String ATOM = "http://www.w3.org/2005/Atom";

	private final Published published;

	private final Licence licence;

	private final PublicUrl publicUrl;

	Feed(Published published, Licence licence, PublicUrl publicUrl) {
		this.published = published;
		this.licence = licence;
		this.publicUrl = publicUrl;
	}

	@GetMapping("/reports/feed.atom")
	ResponseEntity<byte[]> feed() throws XMLStreamException {
		StringWriter text = new StringWriter();
		XMLStreamWriter xml = XMLOutputFactory.newFactory().createXMLStreamWriter(text);
		xml.writeStartDocument("UTF-8", "1.0");
		xml.writeStartElement("feed");
		xml.writeDefaultNamespace(ATOM);
		element(xml, "id", this.publicUrl.to("/reports"));
		element(xml, "title", "ASEM Education Stocktaking Reports");
		element(xml, "updated",
				this.published.events().stream().map(Event::at).findFirst().orElse(Instant.EPOCH).toString());
		element(xml, "rights", "%s, %s".formatted(this.licence.name(), this.licence.url()));
		xml.writeStartElement("author");
		element(xml, "name", Document.AUTHOR);
		xml.writeEndElement();
		link(xml, "self", "/reports/feed.atom", "application/atom+xml");
		link(xml, "alternate", "/reports", "text/html");
		for (Event event : this.published.events()) {
			entry(event, xml);
		}
		xml.writeEndElement();
		xml.writeEndDocument();
		xml.flush();
		return ResponseEntity.ok()
			.cacheControl(CacheControl.noCache().cachePublic())
			.contentType(MediaType.APPLICATION_ATOM_XML)
			.body(text.toString().getBytes(StandardCharsets.UTF_8));
	}

	private void entry(Event event, XMLStreamWriter xml) throws XMLStreamException {
		xml.writeStartElement("entry");
		element(xml, "id", this.publicUrl.to("/reports/%s#version-%d".formatted(event.cycle(), event.version())));
		element(xml, "title", (event.correction() == 0) ? "%s: %s".formatted(event.cycle(), event.title())
				: "%s: correction %d".formatted(event.cycle(), event.correction()));
		element(xml, "updated", event.at().toString());
		element(xml, "summary", (event.note() != null) ? event.note()
				: "The Stocktaking Report of %s is published.".formatted(event.cycle()));
		link(xml, "alternate", "/reports/" + event.cycle(), "text/html");
		link(xml, "related", "/api/reports/" + event.cycle(), "application/json");
		xml.writeEndElement();
	}

	private void link(XMLStreamWriter xml, String relation, String path, String type) throws XMLStreamException {
		xml.writeEmptyElement("link");
		xml.writeAttribute("rel", relation);
		xml.writeAttribute("type", type);
		xml.writeAttribute("href", this.publicUrl.to(path));
	}

	private static void element(XMLStreamWriter xml, String name, String text) throws XMLStreamException {
		xml.writeStartElement(name);
		xml.writeCharacters(text);
		xml.writeEndElement();
	}

}
