package org.asemeducation.stocktake.report.docx;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

/**
 * What is in a Word file that somebody brought: unpacked within bounds, without macros
 * and files within the file.
 */
final class TemplateParts {

	private static final int LARGEST = 4 << 20;

	private static final int LARGEST_UNPACKED = 32 << 20;

	private static final int MOST_PARTS = 500;

	private static final Pattern FOREIGN = Pattern.compile("(?i).*(vbaProject|vbaData|activeX|embeddings/|\\.bin$).*");

	private final Map<String, byte[]> parts = new LinkedHashMap<>();

	private TemplateParts() {
	}

	static TemplateParts of(byte[] docx) {
		if (docx.length > LARGEST) {
			throw new IllegalArgumentException("The file is larger than 4 MB.");
		}
		TemplateParts template = new TemplateParts();
		try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(docx), StandardCharsets.UTF_8)) {
			int left = LARGEST_UNPACKED;
			for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
				byte[] part = zip.readNBytes(left + 1);
				left -= part.length;
				if (left < 0 || template.parts.size() >= MOST_PARTS) {
					throw new IllegalArgumentException("The file unpacks to more than 32 MB or 500 parts.");
				}
				template.parts.putIfAbsent(entry.getName(), part);
			}
		}
		catch (IOException | IllegalArgumentException ex) {
			throw (ex instanceof IllegalArgumentException said && said.getMessage() != null
					&& said.getMessage().startsWith("The file unpacks")) ? said : noWordFile();
		}
		template.check();
		return template;
	}

	private void check() {
		String types = new String(part("[Content_Types].xml").orElseThrow(TemplateParts::noWordFile),
				StandardCharsets.UTF_8);
		if (types.contains("macroEnabled")
				|| this.parts.keySet().stream().anyMatch((it) -> FOREIGN.matcher(it).matches())) {
			throw new IllegalArgumentException(
					"The file holds macros or other files within it: save it as a Word document (.docx) without them.");
		}
		if (!types.contains("wordprocessingml.document.main+xml")
				&& !types.contains("wordprocessingml.template.main+xml")) {
			throw noWordFile();
		}
		for (String needed : new String[] { "word/document.xml", "word/styles.xml" }) {
			part(needed).orElseThrow(TemplateParts::noWordFile);
		}
	}

	private static IllegalArgumentException noWordFile() {
		return new IllegalArgumentException("The file is no Word document (.docx).");
	}

	Optional<byte[]> part(String name) {
		return Optional.ofNullable(this.parts.get(name));
	}

}
