package org.asemeducation.stocktake.bench;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import javax.imageio.ImageIO;

import org.asemeducation.stocktake.report.ReportFixture;
import org.asemeducation.stocktake.report.document.Origins;
import org.asemeducation.stocktake.report.model.Annex;
import org.asemeducation.stocktake.report.model.Assessment;
import org.asemeducation.stocktake.report.model.Glance;
import org.asemeducation.stocktake.report.model.Initiative;
import org.asemeducation.stocktake.report.model.Part;
import org.asemeducation.stocktake.report.model.Participation;
import org.asemeducation.stocktake.report.model.Picture;
import org.asemeducation.stocktake.report.model.ReportChapter;
import org.asemeducation.stocktake.report.model.ReportCycle;
import org.asemeducation.stocktake.report.model.ReportModel;
import org.asemeducation.stocktake.report.model.ReportWriter;
import org.asemeducation.stocktake.report.model.Since;
import org.asemeducation.stocktake.report.model.Update;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The files of a report with all its chapters: of 52 initiatives, with 30 pictures and
 * without, of 1,000 and of 5,000. Each initiative has about 400 words. With
 * {@code -Dbench.sizes=52} only the first is measured.
 */
class ReportBench {

	private static final int SMALL = 52;

	private static final int LARGE = 1_000;

	private static final int HUGE = 5_000;

	/** As many as were asked for. */
	private static final List<Integer> LARGER = Stream.of(LARGE, HUGE)
		.filter((size) -> Arrays.stream(System.getProperty("bench.sizes", "50000").split(","))
			.anyMatch((asked) -> Integer.parseInt(asked.strip()) >= size))
		.toList();

	/** Partners, as in the register. */
	private static final int PARTNERS = 53;

	private static final int OBJECTIVES = 4;

	private static final int SUBGOALS = 3;

	private static final int OF_AN_ACTION = 4;

	private static final int PICTURES = 30;

	private static final Path FOLDER = Path.of("target/bench-report");

	private static final List<String> FLAT = List.of("report.html", "report.json", "report.xlsx", "report.docx");

	private static final List<String> WORDS = List.of("teachers", "students", "exchange", "quality", "mobility",
			"officials", "together", "agreed", "countries", "learning", "partners", "results", "Łódź", "programme");

	private final byte[] photograph = photograph();

	private final Map<String, ReportWriter> writers = ReportFixture.writers((picture) -> Optional.of(this.photograph))
		.byFile(report(1));

	private final Figures figures = new Figures();

	@Test
	void figures() throws Exception {
		Files.createDirectories(FOLDER);
		ReportModel small = report(SMALL);
		ReportModel pictured = report(SMALL, PICTURES);
		double all = 0;
		for (Map.Entry<String, ReportWriter> file : this.writers.entrySet()) {
			double millis = millis(file.getKey(), pictured);
			all += millis;
			this.figures.plain("%s with %d pictures, the first since the start".formatted(file.getKey(), PICTURES),
					SMALL, "ms", millis);
		}
		this.figures.atMost("all files with %d pictures, the first since the start".formatted(PICTURES), SMALL, "s",
				all / 1000, null, 15);
		for (String file : FLAT) {
			double few = warm(file, small) / SMALL;
			this.figures.plain(file + ", for each initiative, without pictures", SMALL, "ms", few);
			for (int size : LARGER) {
				this.figures.beside(file + ", for each initiative, beside that of " + SMALL, size, "ms",
						warm(file, report(size)) / size, few, 1.25);
			}
		}
		double pdf = millis("report.pdf", pictured);
		this.figures.plain("report.pdf with %d pictures, warm".formatted(PICTURES), SMALL, "s", pdf / 1000);
		others("docx", pictured, warm("report.docx", pictured), 1 / 1.5);
		others("pdf", pictured, pdf, null);
		if (LARGER.contains(LARGE)) {
			ReportModel large = report(LARGE);
			this.figures.plain("report.pdf, in parts", LARGE, "s", millis("report.pdf", large) / 1000);
			others("docx", large, warm("report.docx", large), 1 / 5.0);
		}
		this.figures.write(Path.of("target/bench-report.md"), "Measured on %s; at most %d MB of heap.\n"
			.formatted(LocalDate.now(ZoneOffset.UTC), Runtime.getRuntime().maxMemory() >> 20));
	}

	/** Beside tools that convert the page, where they are installed. */
	private void others(String ending, ReportModel report, double own, @Nullable Double most) throws Exception {
		int size = report.glance().initiatives();
		millis("report.html", report);
		if (ending.equals("docx") && Files.isExecutable(Path.of("/usr/bin/pandoc"))) {
			this.figures.beside("report.docx beside pandoc from the page", size, "ms", own,
					run("pandoc", "report.html", "-o", "pandoc.docx"), most);
		}
		if (Files.isExecutable(Path.of("/usr/bin/soffice"))) {
			this.figures.beside("report.%s beside LibreOffice from the page".formatted(ending), size, "ms", own,
					run("soffice", "--headless", "--convert-to",
							ending.equals("pdf") ? "pdf:writer_web_pdf_Export" : "docx:MS Word 2007 XML", "--outdir",
							"office", "report.html"),
					most);
		}
	}

	private static double run(String... command) throws Exception {
		long start = System.nanoTime();
		Process process = new ProcessBuilder(command).directory(FOLDER.toFile())
			.redirectErrorStream(true)
			.redirectOutput(ProcessBuilder.Redirect.DISCARD)
			.start();
		assertThat(process.waitFor(10, TimeUnit.MINUTES)).isTrue();
		return (System.nanoTime() - start) / 1e6;
	}

	private double warm(String file, ReportModel report) throws IOException {
		Stopwatch watch = new Stopwatch();
		for (int lap = 0; lap < 5; lap++) {
			watch.add(millis(file, report));
		}
		return watch.median();
	}

	private double millis(String file, ReportModel report) throws IOException {
		long start = System.nanoTime();
		try (OutputStream out = Files.newOutputStream(FOLDER.resolve(file))) {
			this.writers.get(file).write(report, out);
		}
		double millis = (System.nanoTime() - start) / 1e6;
		assertThat(Files.size(FOLDER.resolve(file))).isGreaterThan(3_000);
		return millis;
	}

	private static ReportModel report(int size) {
		return report(size, 0);
	}

	/** As a compiled version is: all chapters, and where each paragraph comes from. */
	private static ReportModel report(int size, int pictures) {
		List<Initiative> initiatives = IntStream.rangeClosed(1, size)
			.mapToObj((number) -> initiative(number, number <= pictures))
			.toList();
		List<Annex.Line> lines = initiatives.stream()
			.map((it) -> new Annex.Line(it.position(), it.id(), text(12, it.position()), "Spring 2031", text(8, 1),
					text(8, 2), text(8, 3)))
			.toList();
		ReportModel report = new ReportModel(
				new ReportCycle(
						"BENCH", "From here to there", "Europe/Rome", null, null, List.of(), List.of(), List.of()),
				1, Instant.parse("2030-01-14T09:30:00Z"), ReportModel.State.FOR_MINISTERS,
				List.of(new ReportModel.Chapter("foreword", "Foreword", text(200, 7), null),
						new ReportModel.Chapter("outlook", "Outlook", text(200, 8), null)),
				List.of("ASEM Education Secretariat, 2028 to 2032"), glance(size), parts(initiatives),
				new Annex("Work plan", lines), null, null, null, null, null, null, null, null)
			.read(ReportChapter.USUAL, since(initiatives), participation(size), assessments());
		return report.told(Origins.of(report, (passage) -> false));
	}

	private static Glance glance(int size) {
		return new Glance(size, 0, size, size, size, 100, List.of(new Glance.Count("accepted", size)),
				List.of(new Glance.Count("completed", size)), List.of(new Glance.Count("achieved", size)),
				List.of(new Glance.Count("ongoing", size)), List.of(new Glance.Count("done", size)), null, null, true);
	}

	/** Actions of four initiatives, dealt out to the objectives. */
	private static List<Part> parts(List<Initiative> initiatives) {
		List<List<Part.ActionSection>> actions = IntStream
			.range(0, OBJECTIVES).<List<Part.ActionSection>>mapToObj((objective) -> new ArrayList<>()).toList();
		for (int from = 0; from < initiatives.size(); from += OF_AN_ACTION) {
			int number = from / OF_AN_ACTION;
			int objective = number % OBJECTIVES;
			actions.get(objective)
				.add(new Part.ActionSection(number + 1, "Do something",
						List.of((objective + 1) + "." + (number % SUBGOALS + 1)),
						initiatives.subList(from, Math.min(initiatives.size(), from + OF_AN_ACTION))));
		}
		return IntStream.range(0, OBJECTIVES)
			.mapToObj((objective) -> new Part(Part.Kind.OBJECTIVE, objective + 1, "Objective in words",
					IntStream.rangeClosed(1, SUBGOALS)
						.mapToObj((it) -> new Part.Subgoal((objective + 1) + "." + it, "Subgoal"))
						.toList(),
					actions.get(objective), List.of()))
			.toList();
	}

	/** Every third initiative stands elsewhere than two years ago. */
	private static Since since(List<Initiative> initiatives) {
		int size = initiatives.size();
		return new Since("BEFORE", 1, size,
				List.of(new Since.Total("standing", "accepted", size - 2, size),
						new Since.Total("completion", "completed", size - size / 3, size),
						new Since.Total("aims", "achieved", size, size),
						new Since.Total("continuation", "ongoing", size, size)),
				initiatives.stream()
					.filter((it) -> it.position() % 3 == 0)
					.map((it) -> new Since.Change(it.id(), "completion", "partly-completed", "completed"))
					.toList(),
				List.of(new Since.Listed("A01-I0001", "New")), List.of(new Since.Listed("A01-I9999", "Gone")));
	}

	private static Participation participation(int size) {
		List<Participation.Party> parties = IntStream.rangeClosed(1, PARTNERS)
			.mapToObj((number) -> new Participation.Party("Partner " + number, "partner",
					(number % 2 == 0) ? "Asia" : "Europe", size / PARTNERS, size / PARTNERS, 1, number))
			.toList();
		return new Participation(PARTNERS, parties,
				List.of(new Participation.Region("Asia", 26, 26, size / 2, size / 2),
						new Participation.Region("Europe", 27, 27, size / 2, size / 2)));
	}

	private static List<Assessment> assessments() {
		return IntStream.rangeClosed(1, OBJECTIVES)
			.boxed()
			.flatMap((objective) -> IntStream.rangeClosed(1, SUBGOALS)
				.mapToObj((it) -> new Assessment(objective + "." + it, "partly", text(40, it))))
			.toList();
	}

	private static Initiative initiative(int number, boolean pictured) {
		int action = (number - 1) / OF_AN_ACTION;
		String subgoal = (action % OBJECTIVES + 1) + "." + (action % SUBGOALS + 1);
		List<Update.Medium> media = pictured ? List.of(new Update.Medium("picture", null, "Caption", "Credit",
				"Alternative", null, null, null, new Picture(String.valueOf(number), "jpeg", 1200, 800, "0")))
				: List.of();
		Update update = new Update(1, Instant.parse("2029-06-05T07:00:00Z"), Instant.parse("2029-07-05T07:00:00Z"),
				"the Standing Working Group", "12", List.of("Partner one", "Partner two"), text(180, number),
				List.of(new Update.Event("2029-03", text(5, number), "Malta"),
						new Update.Event("2029-04", text(5, 3), "Riga")),
				text(70, number + 1), text(60, number + 2), text(50, number + 3), List.of(), "completed", "achieved",
				"ongoing", List.of(new Update.Commitment(1, text(8, number), "done", text(10, number))), List.of(),
				List.of(), List.of(new Update.Contribution(subgoal, "Subgoal", text(10, number))),
				List.of(new Update.Activity(text(8, number), "2031", text(6, 2), text(6, 4))), media,
				List.of(new Update.Link("A document", "https://example.org/" + number)), null, null, null, null);
		return new Initiative("A%02d-I%04d".formatted(action + 1, number), number, text(5, number), false, "ASEF, ETF",
				null, false, List.of(text(8, 1)), List.of(text(8, 2)), List.of(), Initiative.Standing.ACCEPTED, null,
				update, null, null);
	}

	private static String text(int words, int seed) {
		Random random = new Random(seed);
		StringBuilder text = new StringBuilder();
		for (int word = 0; word < words; word++) {
			text.append(WORDS.get(random.nextInt(WORDS.size()))).append((word % 60 == 59) ? "\n\n" : " ");
		}
		return text.toString().strip();
	}

	private static byte[] photograph() {
		BufferedImage image = new BufferedImage(1200, 800, BufferedImage.TYPE_3BYTE_BGR);
		Random random = new Random(7);
		for (int x = 0; x < 1200; x += 10) {
			for (int y = 0; y < 800; y += 10) {
				int colour = random.nextInt(0xffffff);
				for (int i = 0; i < 100; i++) {
					image.setRGB(x + i % 10, y + i / 10, colour);
				}
			}
		}
		ByteArrayOutputStream out = new ByteArrayOutputStream();
		try {
			ImageIO.write(image, "jpeg", out);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		return out.toByteArray();
	}

}
