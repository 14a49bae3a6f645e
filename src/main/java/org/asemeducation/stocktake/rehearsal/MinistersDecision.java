package org.asemeducation.stocktake.rehearsal;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Objects;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import org.jspecify.annotations.Nullable;

/**
 * What ministers decided about a work plan, as it stands beside the report of a
 * rehearsal: the report was sealed before and cannot say it.
 *
 * @param cycle whose work plan
 * @param version of the report that they had
 * @param checksum of that version, as its {@code report.json} has it
 * @param adopted whether they adopted it
 * @param adoptedOn the day; {@code null} when not adopted
 * @param reason why not; {@code null} when adopted
 */
record MinistersDecision(String cycle, int version, String checksum, boolean adopted, @Nullable LocalDate adoptedOn,
		@Nullable String reason) {

	static final String FILE = "adoption.json";

	private static final JsonMapper JSON = JsonMapper.builder()
		.addModule(new JavaTimeModule())
		.disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
		.enable(SerializationFeature.INDENT_OUTPUT)
		.serializationInclusion(JsonInclude.Include.NON_NULL)
		.enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
		.build();

	MinistersDecision {
		if (adopted == (adoptedOn == null)) {
			throw new IllegalArgumentException("A work plan is adopted on a day, and one that is not has none.");
		}
		Objects.requireNonNull(cycle);
		Objects.requireNonNull(checksum);
	}

	void write(Path folder) throws IOException {
		JSON.writeValue(folder.resolve(FILE).toFile(), this);
	}

	/**
	 * Reads it from the results of a rehearsal.
	 * @param folder the results
	 * @return what was decided
	 * @throws BadScenario when nothing was, or it cannot be read
	 */
	static MinistersDecision read(Path folder) {
		Path file = folder.resolve(FILE);
		if (!Files.isReadable(file)) {
			throw wrong(folder,
					"there is none, so no ministers have adopted this work plan; leave out --after, or rehearse the earlier cycle to its end");
		}
		try {
			return JSON.readValue(Files.readString(file), MinistersDecision.class);
		}
		catch (JsonProcessingException ex) {
			throw wrong(folder,
					"does not say of which report what was decided, and when; rehearse the earlier cycle again");
		}
		catch (IOException ex) {
			throw wrong(folder, "cannot be read: " + ex.getMessage());
		}
	}

	static BadScenario wrong(Path folder, String reason) {
		return BadScenario.at(folder.toString(), FILE, reason);
	}

}
