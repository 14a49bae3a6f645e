package org.asemeducation.stocktake.plan;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

import org.junit.jupiter.api.Assumptions;

/**
 * The plan files that tests read. The plan's own wording is not part of the project: it
 * is taken from beside the checkout where it lies there.
 */
final class PlanFiles {

	private PlanFiles() {
	}

	static String small() {
		return text("/plan/small.yaml");
	}

	static ActionPlan smallPlan() {
		return plan(small());
	}

	static ActionPlan bundledPlan() {
		return plan(text("/plan/action-plan-2030.yaml"));
	}

	static ActionPlan finalPlan() {
		return new PlanReader().read(beside("action-plan-2030.yaml"));
	}

	static ActionPlan draftPlan() {
		return new PlanReader().read(beside("action-plan-draft-2021-06.yaml"));
	}

	static ActionPlan plan(String text) {
		return new PlanReader().read("plan.yaml", text.getBytes(StandardCharsets.UTF_8));
	}

	static Path beside(String name) {
		Path file = Stream.of("../shared/domain", "../../shared/domain")
			.map((folder) -> Path.of(folder, name))
			.filter(Files::isRegularFile)
			.findFirst()
			.orElse(Path.of("../shared/domain", name));
		Assumptions.assumeTrue(Files.isRegularFile(file),
				() -> "The plan's own wording is not shipped: put it at %s to run this test.".formatted(file));
		return file;
	}

	private static String text(String resource) {
		try (InputStream content = PlanFiles.class.getResourceAsStream(resource)) {
			return new String(content.readAllBytes(), StandardCharsets.UTF_8);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
