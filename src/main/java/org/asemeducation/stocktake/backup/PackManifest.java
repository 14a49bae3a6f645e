package org.asemeducation.stocktake.backup;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;

/**
 * What a hand-over pack says of itself.
 *
 * @param release which Stocktake made it
 * @param schema the last migration of its database
 * @param madeAt the moment that backup and archive both tell of
 * @param madeBy who made it
 * @param told how many rows of which table the archive tells
 * @param files all files but this one and the checksums
 */
record PackManifest(String release, String schema, Instant madeAt, String madeBy, Map<String, Long> told,
		List<Entry> files) {

	static final String NAME = "manifest.json";

	/** As {@code sha256sum} writes and reads them. */
	static final String SUMS = "SHA256SUMS";

	private static final ObjectMapper JSON = new ObjectMapper().registerModule(new JavaTimeModule())
		.disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
		.enable(SerializationFeature.INDENT_OUTPUT);

	byte[] toJson() throws IOException {
		return JSON.writeValueAsBytes(this);
	}

	static byte[] sums(List<Entry> entries) {
		return entries.stream()
			.map((entry) -> "%s  %s\n".formatted(entry.sha256(), entry.path()))
			.collect(Collectors.joining())
			.getBytes(StandardCharsets.UTF_8);
	}

	/**
	 * A file of the pack.
	 *
	 * @param path within the pack
	 * @param size in bytes
	 * @param sha256 hexadecimal
	 */
	record Entry(String path, long size, String sha256) {
	}

}
