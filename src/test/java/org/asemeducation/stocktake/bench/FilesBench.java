package org.asemeducation.stocktake.bench;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.OutputStream;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.FileImageOutputStream;
import javax.management.Notification;
import javax.management.NotificationEmitter;
import javax.management.openmbean.CompositeData;

import com.sun.management.GarbageCollectionNotificationInfo;
import org.asemeducation.stocktake.access.Visitor;
import org.asemeducation.stocktake.cycle.CycleActs;
import org.asemeducation.stocktake.cycle.CycleName;
import org.asemeducation.stocktake.cycle.CycleOpening;
import org.asemeducation.stocktake.cycle.NewCycle;
import org.asemeducation.stocktake.engine.EmbeddedDatabase;
import org.asemeducation.stocktake.update.files.TestFiles;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.autoconfigure.jdbc.JdbcConnectionDetails;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Bean;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.util.FileSystemUtils;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Attached files over HTTP, in an application whose heap has as much as the profile says:
 * twenty large ones at once, and a form with many small ones.
 */
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
		properties = { "stocktake.demo.enabled=true", "stocktake.secure-cookies=false",
				"camunda.bpm.job-execution.enabled=true", "camunda.bpm.job-execution.wait-time-in-millis=200",
				"camunda.bpm.job-execution.max-wait=500" })
class FilesBench {

	private static final CycleName CYCLE = new CycleName("ASEMME11");

	private static final List<String> THEIRS = List.of("A01-I02", "A02-I01", "A03-I02", "A09-I01");

	private static final int LARGE = 20;

	private static final int MEGABYTE = 1 << 20;

	private static final int LARGEST = 20 * MEGABYTE;

	private static final int SMALL = 200;

	private static final int REVISIONS = 30;

	private static final int OPENINGS = 60;

	private final Figures figures = new Figures();

	private final HttpClient http = HttpClient.newHttpClient();

	@TempDir
	Path folder;

	@LocalServerPort
	private int port;

	@Autowired
	private Clock clock;

	@Autowired
	private JdbcTemplate jdbc;

	private Visitor coordinator;

	@Test
	void figures(@Autowired CycleOpening opening, @Autowired CycleActs acts) throws Exception {
		gather(opening, acts);
		this.coordinator = new Visitor(URI.create("http://localhost:" + this.port));
		this.coordinator.signIn("asef", "demo");
		this.coordinator.get("/");
		many();
		large();
		this.figures.write(Path.of("target/bench-files.md"), "Measured on %s; at most %d MB of heap.\n"
			.formatted(LocalDate.now(this.clock), Runtime.getRuntime().maxMemory() / MEGABYTE));
	}

	private void gather(CycleOpening opening, CycleActs acts) {
		LocalDate today = LocalDate.ofInstant(this.clock.instant(), this.clock.getZone());
		opening.open(new NewCycle(CYCLE.value(), "From Seoul onwards", "Europe/Rome", List.of(), today.plusDays(30),
				today.plusDays(60), today.plusDays(90), today.plusDays(100), today.plusDays(120), today.plusDays(130),
				List.of(), null, null), "aes");
		acts.sendRequests(CYCLE, "aes");
		Awaitility.await()
			.atMost(Duration.ofMinutes(1))
			.until(() -> this.jdbc.queryForObject("select count(*) from update_request", Integer.class) == 52);
	}

	/** Client and server share the heap. */
	private void large() throws Exception {
		List<Path> files = new ArrayList<>();
		for (int number = 0; number < LARGE; number++) {
			files.add((number < THEIRS.size()) ? photograph(number) : document(number));
		}
		for (Path file : files) {
			assertThat(Files.size(file)).as(file.toString()).isBetween(20_000_000L, (long) LARGEST);
		}
		Heap.begin(); // without what it took to make them
		AtomicLong left = new AtomicLong();
		collectors().forEach(
				(one) -> one.addNotificationListener((notice, nothing) -> noteWhatIsLeft(notice, left), null, null));
		ExecutorService senders = Executors.newFixedThreadPool(LARGE);
		double seconds = Stopwatch.millis(() -> {
			List<CompletableFuture<Integer>> sent = IntStream.range(0, LARGE)
				.mapToObj((number) -> CompletableFuture.supplyAsync(() -> send(number, files.get(number)), senders))
				.toList();
			assertThat(sent.stream().map(CompletableFuture::join)).containsOnly(201);
		}) / 1000;
		senders.shutdown();
		double peak = Heap.mostMegabytes();
		this.figures.plain("%d files of 20 MB each at once: until the last is kept".formatted(LARGE), LARGE, "s",
				seconds);
		this.figures.plain("the most of it that was left after a collection", LARGE, "MB",
				left.get() / (double) MEGABYTE);
		this.figures.atMost("the most heap that was in use meanwhile, client and server", LARGE, "MB", peak, null,
				Runtime.getRuntime().maxMemory() / (double) MEGABYTE);
		assertThat(this.jdbc.queryForObject("select count(*) from update_file where length > 20000000", Integer.class))
			.isEqualTo(LARGE);
		assertThat(this.jdbc.queryForObject(
				"select count(*) from update_file f where length <> (select sum(length(bytes)) from update_file_part where file = f.id)",
				Integer.class))
			.isZero();
	}

	private void many() {
		String place = "/api/updates/%s/%s".formatted(CYCLE, "A17-I02");
		for (int number = 0; number < SMALL; number++) {
			assertThat(this.coordinator
				.call("POST", "%s/files?name=%d.png".formatted(place, number), "application/octet-stream",
						TestFiles.png(300 + number, 200))
				.statusCode()).isEqualTo(201);
		}
		this.jdbc
			.update("""
					with media as (select jsonb_build_object('progress', repeat('We met. ', 500), 'media', jsonb_agg(jsonb_build_object(
					    'kind', 'picture', 'file', id::text, 'caption', name, 'credit', 'A. Person', 'alternative', 'A chart', 'consent', true))) as content
					    from update_file where initiative = 'A17-I02')
					insert into draft select 'ASEMME11', 'A17-I02', 1, content, now(), 'asef' from media""");
		this.jdbc.update("""
				insert into revision (cycle, initiative, number, content, submitted_at, submitted_by, late)
				select cycle, initiative, n, content, now(), 'asef', false from draft, generate_series(1, ?) n""",
				REVISIONS);
		// the page asks which form it is, then the form asks again
		Stream<String> first = Stream.of("/api/me", place, place,
				"/api/cycles/%s/slots/%s".formatted(CYCLE, "A17-I02"));
		List<String> calls = Stream
			.concat(first,
					Stream
						.of("desk", "fix-list", "lead", "extension", "answer", "somebody-else", "entry", "thread",
								"submissions", "wordings", "withdrawn-consents", "files", "draft/earlier")
						.map((call) -> place + "/" + call))
			.toList();
		List<Double> openings = new ArrayList<>();
		for (int opening = 0; opening < 2 * OPENINGS; opening++) {
			double millis = Stopwatch.millis(
					() -> calls.forEach((call) -> assertThat(this.coordinator.get(call).statusCode()).isEqualTo(200)));
			if (opening >= OPENINGS) { // warm by then
				openings.add(millis);
			}
		}
		Collections.sort(openings);
		this.figures.atMost("the form's calls on opening, %d attachments and %d revisions, 95th percentile"
			.formatted(SMALL, REVISIONS), SMALL, "ms", openings.get((int) (0.95 * OPENINGS)), null, 300);
		String thumbnail = place + "/files/"
				+ this.jdbc.queryForObject("select min(id) from update_file where initiative = 'A17-I02'", Long.class)
				+ "/thumbnail";
		Stopwatch small = new Stopwatch();
		for (int repeat = 0; repeat < SMALL; repeat++) {
			small.time(() -> assertThat(this.coordinator.bytes(thumbnail)).isNotEmpty());
		}
		this.figures.plain("one small picture of it, median", SMALL, "ms", small.median());
	}

	private int send(int number, Path file) {
		String initiative = THEIRS.get(number % THEIRS.size());
		try {
			return this.http
				.send(HttpRequest
					.newBuilder(URI.create("http://localhost:%d/api/updates/%s/%s/files?name=%s".formatted(this.port,
							CYCLE, initiative, file.getFileName())))
					.header("Content-Type", "application/octet-stream")
					.header("Cookie", this.coordinator.cookies())
					.header("X-STOCKTAKE-CSRF", this.coordinator.cookie("STOCKTAKE-CSRF"))
					.POST(HttpRequest.BodyPublishers.ofFile(file))
					.build(), HttpResponse.BodyHandlers.discarding())
				.statusCode();
		}
		catch (IOException ex) {
			throw new java.io.UncheckedIOException(ex);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new IllegalStateException(ex);
		}
	}

	/** As large as any may be; no two have anything in common. */
	private Path document(int number) throws IOException {
		Path file = this.folder.resolve(number + ".pdf");
		String whole = new String(TestFiles.pdf(), StandardCharsets.ISO_8859_1);
		int table = whole.indexOf("xref\n");
		int noise = LARGEST - whole.length() - String.valueOf(LARGEST).length();
		byte[] comment = new byte[noise];
		new Random(number).nextBytes(comment);
		comment[0] = '%';
		try (OutputStream out = Files.newOutputStream(file)) {
			out.write(whole.substring(0, table).getBytes(StandardCharsets.ISO_8859_1));
			out.write(comment);
			out.write(whole.substring(table)
				.replace("startxref\n" + table, "startxref\n" + (table + noise))
				.getBytes(StandardCharsets.ISO_8859_1));
		}
		return file;
	}

	/** Noise, in as many rows as make a file that is nearly as large as any may be. */
	private Path photograph(int number) throws IOException {
		Path file = this.folder.resolve(number + ".jpg");
		int sample = 400;
		picture(file, number, sample);
		picture(file, number, (int) (0.98 * LARGEST * sample / Files.size(file)));
		return file;
	}

	private static void picture(Path file, int number, int rows) throws IOException {
		BufferedImage image = new BufferedImage(5000, rows, BufferedImage.TYPE_3BYTE_BGR);
		new Random(number).nextBytes(((java.awt.image.DataBufferByte) image.getRaster().getDataBuffer()).getData());
		ImageWriter writer = ImageIO.getImageWritersByFormatName("jpeg").next();
		ImageWriteParam param = writer.getDefaultWriteParam();
		param.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
		param.setCompressionQuality(0.7f);
		Files.deleteIfExists(file);
		try (FileImageOutputStream out = new FileImageOutputStream(file.toFile())) {
			writer.setOutput(out);
			writer.write(null, new IIOImage(image, null, null), param);
		}
		writer.dispose();
	}

	/** What the collector leaves is in use, or was when it looked. */
	private static void noteWhatIsLeft(Notification notice, AtomicLong most) {
		Set<String> heap = Heap.pools().stream().map(MemoryPoolMXBean::getName).collect(Collectors.toSet());
		long used = GarbageCollectionNotificationInfo.from((CompositeData) notice.getUserData())
			.getGcInfo()
			.getMemoryUsageAfterGc()
			.entrySet()
			.stream()
			.filter((pool) -> heap.contains(pool.getKey()))
			.mapToLong((pool) -> pool.getValue().getUsed())
			.sum();
		most.accumulateAndGet(used, Math::max);
	}

	private static List<NotificationEmitter> collectors() {
		return ManagementFactory.getGarbageCollectorMXBeans().stream().map(NotificationEmitter.class::cast).toList();
	}

	/**
	 * A database as safe as the one people use.
	 */
	@TestConfiguration(proxyBeanMethods = false)
	static class Safe {

		private static final Path DATA = Path.of("target/bench-files");

		@Bean(destroyMethod = "close")
		EmbeddedDatabase embeddedDatabase() throws IOException {
			FileSystemUtils.deleteRecursively(DATA);
			return EmbeddedDatabase.open(DATA);
		}

		@Bean
		JdbcConnectionDetails databaseOfTheBench(EmbeddedDatabase database) {
			return new JdbcConnectionDetails() {
				@Override
				public String getJdbcUrl() {
					return database.url();
				}

				@Override
				public String getUsername() {
					return database.username();
				}

				@Override
				public String getPassword() {
					return database.password();
				}
			};
		}

	}

}
