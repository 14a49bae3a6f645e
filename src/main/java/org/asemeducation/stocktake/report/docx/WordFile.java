package org.asemeducation.stocktake.report.docx;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
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

	private WordFile() {
	}

	/**
	 * Writes the whole file as the house has it.
	 * @param document what it says about itself
	 * @param frame the template that holds the text
	 * @param source where the pictures are
	 * @param text writes what it says
	 */
	static void write(Document document, String frame, PictureSource source, Text text, OutputStream out)
			throws IOException {
		write(document, new Look(frame, null), source, text, out);
	}

	/**
	 * Writes the whole file.
	 * @param document what it says about itself
	 * @param look how it looks
	 * @param source where the pictures are
	 * @param text writes what it says
	 */
	static void write(Document document, Look look, PictureSource source, Text text, OutputStream out)
			throws IOException {
		ZipOutputStream zip = new ZipOutputStream(out, StandardCharsets.UTF_8);
		Writer writer = new BufferedWriter(new OutputStreamWriter(zip, StandardCharsets.UTF_8));
		for (Map.Entry<String, byte[]> part : look.parts().entrySet()) {
			entry(zip, part.getKey());
			zip.write(part.getKey().matches(".*\\.(xml|rels)")
					? filled(new String(part.getValue(), StandardCharsets.UTF_8), document)
						.getBytes(StandardCharsets.UTF_8)
					: part.getValue());
		}
		WordXml xml = new WordXml(writer);
		Links links = new Links(xml);
		Pictures pictures = new Pictures(xml, source, look.width());
		entry(zip, "word/document.xml");
		String[] around = look.frame();
		xml.tag(around[0]);
		text.write(xml, links, pictures);
		xml.open("Source", "").text(document.title() + ", " + document.edition()).close();
		xml.tag(around[1]);
		writer.flush();
		entry(zip, "word/_rels/document.xml.rels");
		links.writeRelationships(xml, look.relationships(), pictures);
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

	static byte[] template(String name) {
		String path = "/templates/report/docx/" + name;
		try (InputStream file = WordFile.class.getResourceAsStream(path)) {
			return Objects.requireNonNull(file, path).readAllBytes();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/** What a kind of document says. */
	interface Text {

		void write(WordXml xml, Links links, Pictures pictures) throws IOException;

	}

}
