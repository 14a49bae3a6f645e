package org.asemeducation.stocktake.update.files;

import java.io.IOException;
import java.io.InputStream;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/**
 * Reads what an Office file says about its parts.
 */
final class OfficeParts {

	private static final String CONTENT_TYPES = "[Content_Types].xml";

	private static final int LONGEST = 1 << 20;

	private static final String OFFICE = "application/vnd.openxmlformats-officedocument.";

	private static final Map<String, FileType> MAIN = Map.of(OFFICE + "wordprocessingml.document.main+xml",
			FileType.DOCX, OFFICE + "spreadsheetml.sheet.main+xml", FileType.XLSX);

	private static final Map<FileType, String> ROOT = Map.of(FileType.DOCX, "document", FileType.XLSX, "workbook");

	private static final List<String> PROGRAMS = List.of("macro", "vba", "activex");

	private final ZipFile archive;

	private final Set<String> parts;

	OfficeParts(ZipFile archive, Set<String> parts) {
		this.archive = archive;
		this.parts = parts;
	}

	FileType type() throws IOException {
		if (!this.parts.contains(CONTENT_TYPES.toLowerCase(Locale.ROOT)) || !this.parts.contains("_rels/.rels")) {
			throw new NotTaken("it is an archive, not a Word or Excel file. Attach the files in it one by one.");
		}
		Map<String, String> types = types();
		if (isProgram(this.parts) || isProgram(types.values())) {
			throw new NotTaken("it holds macros. Save it without them, as .docx or .xlsx, and attach that.");
		}
		for (Map.Entry<String, String> part : types.entrySet()) {
			FileType type = MAIN.get(part.getValue());
			if (type != null) {
				requireRoot(part.getKey().replaceFirst("^/", ""), ROOT.get(type));
				return type;
			}
		}
		throw new NotTaken("it is neither a Word nor an Excel file. Save it as PDF and attach that.");
	}

	private static boolean isProgram(Iterable<String> names) {
		for (String name : names) {
			String lower = name.toLowerCase(Locale.ROOT);
			if (PROGRAMS.stream().anyMatch(lower::contains)) {
				return true;
			}
		}
		return false;
	}

	private Map<String, String> types() throws IOException {
		Map<String, String> types = new HashMap<>();
		read(CONTENT_TYPES, (xml) -> {
			while (xml.hasNext()) {
				if (xml.next() == XMLStreamReader.START_ELEMENT) {
					String type = xml.getAttributeValue(null, "ContentType");
					String part = xml.getAttributeValue(null, "PartName");
					if (type != null) {
						types.put((part != null) ? part : "*." + xml.getAttributeValue(null, "Extension"), type);
					}
				}
			}
		});
		return types;
	}

	private void requireRoot(String part, String root) throws IOException {
		boolean[] right = new boolean[1];
		read(part,
				(xml) -> right[0] = xml.nextTag() == XMLStreamReader.START_ELEMENT && root.equals(xml.getLocalName()));
		if (!right[0]) {
			throw NotTaken.damaged();
		}
	}

	private void read(String part, Reading reading) throws IOException {
		ZipEntry entry = this.archive.getEntry(part);
		if (entry == null || part.equals(CONTENT_TYPES) && entry.getSize() > LONGEST) {
			throw NotTaken.damaged();
		}
		XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
		factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
		factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
		try (InputStream in = this.archive.getInputStream(entry)) {
			XMLStreamReader xml = factory.createXMLStreamReader(in);
			reading.read(xml);
			xml.close();
		}
		catch (XMLStreamException ex) {
			throw NotTaken.damaged();
		}
	}

	private interface Reading {

		void read(XMLStreamReader xml) throws XMLStreamException;

	}

}
