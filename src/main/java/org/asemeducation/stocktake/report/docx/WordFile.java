package org.asemeducation.stocktake.report.docx;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

import org.asemeducation.stocktake.report.document.Document;
import org.asemeducation.stocktake.report.model.PictureSource;

/**
 * A Word file (Office Open XML, transitional) around a document. The styles are files
 * that can be replaced; the text is streamed, so that memory does not grow with it.
 */
final class WordFile {

	/** Every entry bears this time: the bytes depend on the report and nothing else. */
	private static final LocalDateTime ENTRY_TIME = LocalDateTime.of(1980, 1, 1, 0, 0);

	static final PictureSource NO_PICTURES = (picture) -> Optional.empty();

	private static final Map<String, String> FIXED_PARTS = fixedParts();

	private WordFile() {
	}

	/**
	 * Writes the whole file.
	 * @param document what it says about itself
	 * @param frame the template that holds the text
	 * @param source where the pictures are
	 * @param text writes what it says
	 */
	static void write(Document document, String frame, PictureSource source, Text text, OutputStream out)
			throws IOException {
		ZipOutputStream zip = new ZipOutputStream(out, StandardCharsets.UTF_8);
		Writer writer = new BufferedWriter(new OutputStreamWriter(zip, StandardCharsets.UTF_8));
		for (Map.Entry<String, String> part : FIXED_PARTS.entrySet()) {
			entry(zip, part.getKey());
			writer.write(filled(template(part.getValue()), document));
			writer.flush();
		}
		WordXml xml = new WordXml(writer);
		Links links = new Links(xml);
		Pictures pictures = new Pictures(xml, source);
		entry(zip, "word/document.xml");
		String[] around = template(frame).split("\\{body}");
		xml.tag(around[0]);
		text.write(xml, links, pictures);
		xml.open("Source", "").text(document.title() + ", " + document.edition()).close();
		xml.tag(around[1]);
		writer.flush();
		entry(zip, "word/_rels/document.xml.rels");
		links.writeRelationships(xml, template("document.xml.rels"), pictures);
		writer.flush();
		pictures.writeParts((name, content) -> {
			entry(zip, name);
			zip.write(content);
		});
		zip.finish();
	}

	private static String filled(String part, Document document) {
		String created = Instant.parse(document.created()).truncatedTo(ChronoUnit.SECONDS).toString();
		return part.replace("{title}", WordXml.escape(document.title()))
			.replace("{subtitle}", WordXml.escape(document.subtitle()))
			.replace("{edition}", WordXml.escape(document.edition()))
			.replace("{description}", WordXml.escape(document.description()))
			.replace("{author}", WordXml.escape(Document.AUTHOR))
			.replace("{status}", document.draft() ? "Draft" : "Final")
			.replace("{created}", created);
	}

	private static void entry(ZipOutputStream zip, String name) throws IOException {
		ZipEntry entry = new ZipEntry(name);
		entry.setTimeLocal(ENTRY_TIME);
		zip.putNextEntry(entry);
	}

	private static String template(String name) throws IOException {
		String path = "/templates/report/docx/" + name;
		try (InputStream file = WordFile.class.getResourceAsStream(path)) {
			return new String(Objects.requireNonNull(file, path).readAllBytes(), StandardCharsets.UTF_8);
		}
	}

	private static Map<String, String> fixedParts() {
		Map<String, String> parts = new LinkedHashMap<>();
		parts.put("[Content_Types].xml", "content-types.xml");
		parts.put("_rels/.rels", "package.rels");
		parts.put("docProps/core.xml", "core.xml");
		parts.put("docProps/app.xml", "app.xml");
		parts.put("word/styles.xml", "styles.xml");
		parts.put("word/numbering.xml", "numbering.xml");
		parts.put("word/settings.xml", "settings.xml");
		parts.put("word/header.xml", "header.xml");
		parts.put("word/footer.xml", "footer.xml");
		return parts;
	}

	/** What a kind of document says. */
	interface Text {

		void write(WordXml xml, Links links, Pictures pictures) throws IOException;

	}

}
