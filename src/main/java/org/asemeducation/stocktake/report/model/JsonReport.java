package org.asemeducation.stocktake.report.model;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;

import org.springframework.stereotype.Component;

/**
 * The report as JSON: the canonical form that is stored and summed, and the file that is
 * handed out. The field names are documented in {@code docs/report-json.md}.
 */
@Component
public class JsonReport implements ReportWriter {

	private static final String FORMAT = "asem-education-stocktaking-report";

	private static final JsonMapper FILE = JsonMapper.builder()
		.addModule(new JavaTimeModule())
		.addModule(new SimpleModule().addDeserializer(String.class, new CleanText()))
		.serializationInclusion(JsonInclude.Include.NON_NULL)
		.disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS, SerializationFeature.CLOSE_CLOSEABLE)
		.disable(DeserializationFeature.ADJUST_DATES_TO_CONTEXT_TIME_ZONE)
		.disable(JsonGenerator.Feature.AUTO_CLOSE_TARGET)
		.build();

	private static final JsonMapper CANONICAL = FILE.rebuild()
		.enable(MapperFeature.SORT_PROPERTIES_ALPHABETICALLY)
		.enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
		.build();

	@Override
	public void write(ReportModel report, OutputStream out) throws IOException {
		ObjectNode file = FILE.createObjectNode();
		file.put("format", FORMAT).put("formatVersion", 2).put("checksum", checksum(report));
		file.setAll((ObjectNode) FILE.valueToTree(report));
		DefaultIndenter lines = new DefaultIndenter("  ", "\n");
		DefaultPrettyPrinter printer = new DefaultPrettyPrinter().withObjectIndenter(lines).withArrayIndenter(lines);
		FILE.writer(printer).writeValue(out, file);
		out.write('\n');
	}

	/**
	 * The model with sorted keys and without white space: equal models, equal text.
	 * @param report the model
	 * @return its canonical JSON
	 */
	public static String canonical(ReportModel report) {
		try {
			return CANONICAL.writeValueAsString(report);
		}
		catch (JsonProcessingException ex) {
			throw new IllegalStateException("The report of %s cannot be written as JSON.".formatted(report.cycle()),
					ex);
		}
	}

	/**
	 * Reads a model back; texts are cleaned on the way.
	 * @param json canonical or not
	 * @return the model
	 */
	public static ReportModel read(String json) {
		try {
			return CANONICAL.readValue(json, ReportModel.class);
		}
		catch (JsonProcessingException ex) {
			throw new IllegalArgumentException("This is not a stored Stocktaking Report.", ex);
		}
	}

	/**
	 * The SHA-256 of the canonical JSON.
	 * @param report the model
	 * @return 64 hexadecimal digits
	 */
	public static String checksum(ReportModel report) {
		try {
			byte[] canonical = canonical(report).getBytes(StandardCharsets.UTF_8);
			return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(canonical));
		}
		catch (NoSuchAlgorithmException ex) {
			throw new IllegalStateException(ex);
		}
	}

}
