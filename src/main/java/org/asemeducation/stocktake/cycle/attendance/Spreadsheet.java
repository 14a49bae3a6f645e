package org.asemeducation.stocktake.cycle.attendance;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/**
 * Looks into a workbook (Office Open XML): it unpacks to a bearable size, has the parts
 * that make it one, and holds no program. No formula is ever calculated.
 */
final class Spreadsheet {

	/** Of the file as it comes. */
	static final int LARGEST = 2 << 20;

	private static final int LARGEST_UNPACKED = 32 << 20;

	private static final int MOST_PARTS = 500;

	private static final List<String> PROGRAMS = List.of("macro", "vba", "activex");

	private static final String RELATIONSHIPS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

	private final Map<String, byte[]> parts;

	private Spreadsheet(Map<String, byte[]> parts) {
		this.parts = parts;
	}

	static Spreadsheet open(byte[] file) {
		if (file.length > LARGEST) {
			throw new ListRefusedException("the file is larger than %d MB.".formatted(LARGEST >> 20));
		}
		if (file.length < 4 || file[0] != 'P' || file[1] != 'K') {
			throw new ListRefusedException("the file is no Excel workbook: save it as .xlsx.");
		}
		Map<String, byte[]> parts = unpack(file);
		if (!parts.containsKey("[content_types].xml") || !parts.containsKey("xl/workbook.xml")) {
			throw new ListRefusedException("the file is no Excel workbook: save it as .xlsx.");
		}
		String types = new String(parts.get("[content_types].xml"), StandardCharsets.UTF_8).toLowerCase(Locale.ROOT);
		if (PROGRAMS.stream()
			.anyMatch((word) -> types.contains(word)
					|| parts.keySet().stream().anyMatch((name) -> name.contains(word)))) {
			throw new ListRefusedException("the file holds macros: save it without them, as .xlsx.");
		}
		return new Spreadsheet(parts);
	}

	private static Map<String, byte[]> unpack(byte[] file) {
		Map<String, byte[]> parts = new HashMap<>();
		byte[] buffer = new byte[1 << 16];
		long unpacked = 0;
		try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(file))) {
			for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
				ByteArrayOutputStream part = new ByteArrayOutputStream();
				for (int read = zip.read(buffer); read >= 0; read = zip.read(buffer)) {
					unpacked += read;
					if (unpacked > LARGEST_UNPACKED) {
						throw new ListRefusedException(
								"the file unpacks to more than %d MB.".formatted(LARGEST_UNPACKED >> 20));
					}
					part.write(buffer, 0, read);
				}
				if (parts.size() == MOST_PARTS
						|| parts.put(entry.getName().toLowerCase(Locale.ROOT), part.toByteArray()) != null) {
					throw damaged();
				}
			}
		}
		catch (IOException | IllegalArgumentException ex) {
			throw damaged();
		}
		return parts;
	}

	/** The part of the sheet that stands first in the workbook. */
	byte[] firstSheet() {
		String[] id = new String[1];
		read("xl/workbook.xml", (xml) -> {
			while (xml.hasNext() && id[0] == null) {
				if (xml.next() == XMLStreamReader.START_ELEMENT && xml.getLocalName().equals("sheet")) {
					id[0] = xml.getAttributeValue(RELATIONSHIPS, "id");
				}
			}
		});
		String[] target = new String[1];
		read("xl/_rels/workbook.xml.rels", (xml) -> {
			while (xml.hasNext()) {
				if (xml.next() == XMLStreamReader.START_ELEMENT && xml.getLocalName().equals("Relationship")
						&& id[0] != null && id[0].equals(xml.getAttributeValue(null, "Id"))) {
					target[0] = xml.getAttributeValue(null, "Target");
				}
			}
		});
		if (target[0] == null) {
			throw damaged();
		}
		return part(target[0].startsWith("/") ? target[0].substring(1) : "xl/" + target[0]);
	}

	/** A sheet that nobody sees would be left unread, or read unseen. */
	void requireNothingHidden() {
		read("xl/workbook.xml", (xml) -> {
			while (xml.hasNext()) {
				if (xml.next() == XMLStreamReader.START_ELEMENT && xml.getLocalName().equals("sheet")
						&& xml.getAttributeValue(null, "state") != null
						&& !xml.getAttributeValue(null, "state").equals("visible")) {
					throw new ListRefusedException(
							"the sheet “%s” is hidden: show it or delete it, so that nothing is left unread."
								.formatted(xml.getAttributeValue(null, "name")));
				}
			}
		});
	}

	/** What cells of type {@code s} refer to; none in a workbook that has none. */
	byte[] sharedStrings() {
		return this.parts.getOrDefault("xl/sharedstrings.xml", new byte[0]);
	}

	private byte[] part(String name) {
		byte[] part = this.parts.get(name.toLowerCase(Locale.ROOT));
		if (part == null) {
			throw damaged();
		}
		return part;
	}

	private void read(String part, Reading reading) {
		read(part(part), reading);
	}

	/** Reads XML in which nothing is declared and nothing comes from elsewhere. */
	static void read(byte[] part, Reading reading) {
		XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
		factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
		factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
		factory.setProperty(XMLInputFactory.IS_COALESCING, true);
		try (InputStream in = new ByteArrayInputStream(part)) {
			XMLStreamReader xml = factory.createXMLStreamReader(in);
			reading.read(xml);
			xml.close();
		}
		catch (XMLStreamException | IOException ex) {
			throw damaged();
		}
	}

	static ListRefusedException damaged() {
		return new ListRefusedException("the file is damaged: open it in Excel, save it again as .xlsx and load that.");
	}

	/** What is read. */
	interface Reading {

		void read(XMLStreamReader xml) throws XMLStreamException;

	}

}
