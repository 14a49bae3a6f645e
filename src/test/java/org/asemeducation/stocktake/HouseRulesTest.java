package org.asemeducation.stocktake;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import org.junit.jupiter.api.Test;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

/**
 * The walls of the house. Each rule first proves that it saw something.
 */
class HouseRulesTest {

	private static final String BASE = "org.asemeducation.stocktake.";

	private static final List<String> STAGES = List.of("plan", "cycle", "update", "review", "report", "endorsement");

	private static final List<String> GROUND = List.of("engine", "access");

	private static final List<String> READERS = List.of("notification", "cockpit", "rehearsal", "watch", "backup");

	private static final JavaClasses CODE = new ClassFileImporter()
		.withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
		.importPackages("org.asemeducation.stocktake");

	@Test
	void everyPackageHoldsClasses() {
		for (List<String> packages : List.of(GROUND, STAGES, READERS)) {
			for (String name : packages) {
				assertThat(CODE.stream().filter((type) -> type.getPackageName().startsWith(BASE + name))).as(name)
					.hasSizeGreaterThan(1);
			}
		}
	}

	@Test
	void stagesDoNotKnowLaterOnes() {
		for (int stage = 0; stage < STAGES.size(); stage++) {
			for (String later : STAGES.subList(stage + 1, STAGES.size())) {
				assertUnknown(STAGES.get(stage), later);
			}
		}
	}

	@Test
	void nobodyKnowsThoseWhoReadAll() {
		for (String reader : READERS) {
			for (String stage : STAGES) {
				assertUnknown(stage, reader);
			}
			for (String ground : GROUND) {
				assertUnknown(ground, reader);
			}
		}
	}

	@Test
	void theGroundKnowsNoStage() {
		for (String stage : STAGES) {
			assertUnknown("engine", stage);
			assertUnknown("access", stage);
		}
		assertUnknown("engine", "access");
	}

	@Test
	void nobodyReadsTheClockOfTheMachine() {
		ArchRule rule = noClasses().that()
			.resideInAPackage("org.asemeducation.stocktake..")
			.should()
			.callMethod(java.time.Instant.class, "now")
			.orShould()
			.callMethod(java.time.LocalDate.class, "now")
			.orShould()
			.callMethod(java.time.ZonedDateTime.class, "now")
			.orShould()
			.callMethod(java.time.OffsetDateTime.class, "now")
			.orShould()
			.callMethod(System.class, "currentTimeMillis")
			.orShould()
			.callConstructor(java.util.Date.class);

		rule.check(CODE);
	}

	@Test
	void internalsOfTheEngineAreTouchedInOnePackage() {
		ArchRule rule = noClasses().that()
			.resideOutsideOfPackage(BASE + "engine..")
			.should()
			.dependOnClassesThat()
			.resideInAPackage("org.camunda.bpm.engine.impl..");

		rule.check(CODE);
		assertThat(CODE.stream()
			.flatMap((type) -> type.getDirectDependenciesFromSelf().stream())
			.filter((use) -> use.getTargetClass().getPackageName().startsWith("org.camunda.bpm.engine.impl")))
			.isNotEmpty();
	}

	@Test
	void nothingIsReadFromTheHistoryOfTheEngineButByRehearsals() throws IOException {
		List<Path> sources = new ArrayList<>();
		try (Stream<Path> files = Files.walk(Path.of("src/main"))) {
			files.filter(Files::isRegularFile)
				.filter((file) -> file.toString().matches(".*\\.(java|sql|html|js)"))
				.forEach(sources::add);
		}
		List<String> readers = new ArrayList<>();
		for (Path source : sources) {
			if (Files.readString(source).matches("(?is).*(act_hi_|HistoryService|createHistoric).*")) {
				readers.add(source.getFileName().toString());
			}
		}

		assertThat(sources).hasSizeGreaterThan(300);
		assertThat(readers).containsExactly("Timeline.java");
	}

	@Test
	void delegatesAreCalledAsTheirBeans() {
		ArchRule rule = classes().that()
			.implement("org.camunda.bpm.engine.delegate.JavaDelegate")
			.should()
			.beAnnotatedWith("org.springframework.stereotype.Component")
			.andShould()
			.notBePublic();

		rule.check(CODE);
	}

	private static void assertUnknown(String who, String whom) {
		noClasses().that()
			.resideInAPackage(BASE + who + "..")
			.should()
			.dependOnClassesThat()
			.resideInAPackage(BASE + whom + "..")
			.check(CODE);
	}

}
