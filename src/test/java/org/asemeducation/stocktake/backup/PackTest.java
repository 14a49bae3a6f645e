package org.asemeducation.stocktake.backup;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

import javax.sql.DataSource;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.asemeducation.stocktake.engine.TestDatabase;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.web.util.HtmlUtils;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * The hand-over pack tells everything that it may, and says so when it was touched.
 */
class PackTest {

	private static final String UPDATE = "archive/cycles/1-ASEMME9/initiatives/A01-I01.html";

	private static final Pattern ADDRESS = Pattern.compile("<[^>]* (?:href|src)=\"([^\"]*)\"");

	@TempDir
	private static Path folder;

	private static DataSource source;

	private static Path pack;

	private static Path unpacked;

	@BeforeAll
	static void make() throws IOException {
		source = TestDatabase.migrated().dataSource();
		OldTeam.leaveIn(source);
		pack = folder.resolve("pack.zip");
		assertThat(MakePack.write(at(source), pack, "Ana")).contains("hand-over pack", "SHA-256", pack.toString());
		unpacked = Files.createDirectory(folder.resolve("unpacked"));
		try (ZipFile zip = new ZipFile(pack.toFile())) {
			for (ZipEntry entry : zip.stream().toList()) {
				Path file = unpacked.resolve(entry.getName()).normalize();
				assertThat(file.startsWith(unpacked)).isTrue();
				Files.createDirectories(file.getParent());
				Files.copy(zip.getInputStream(entry), file);
			}
		}
	}

	@Test
	void everyRowOfWhatIsToldIsTold() throws IOException {
		// given
		JsonNode manifest = new ObjectMapper().readTree(unpacked.resolve("manifest.json").toFile());
		Map<String, Long> told = new TreeMap<>();
		manifest.get("told").fields().forEachRemaining((one) -> told.put(one.getKey(), one.getValue().asLong()));
		// then
		assertThat(told).containsEntry("revision", 1L).containsEntry("audit", 1504L).hasSizeGreaterThan(100);
		told.forEach(
				(table, rows) -> assertThat(rows).as(table).isEqualTo(count(table) - (table.equals("audit") ? 1 : 0)));
		assertThat(JdbcClient.create(source)
			.sql("select after from audit where act = 'make hand-over pack'")
			.query(String.class)
			.single()).isEqualTo("SHA-256 " + Sha256.of(Files.newInputStream(pack)));
		assertThat(manifest.get("madeBy").asText()).isEqualTo("Ana");
		assertThat(manifest.get("files")).hasSizeGreaterThan(15);
	}

	@Test
	void textsAreReadAsTheyWereWritten() throws IOException {
		// given
		String page = Files.readString(unpacked.resolve(UPDATE));
		// then
		assertThat(page(UPDATE)).contains(OldTeam.SCRIPT, OldTeam.ARABIC, OldTeam.THAI, OldTeam.LONG, "Say more",
				"Progress and achievements", "A \"picture\"", "Kim \"K\" O'Neil");
		assertThat(page).doesNotContain("<script")
			.contains("<html lang=\"en\">", "<span lang=\"ar\" dir=\"rtl\">" + OldTeam.ARABIC + "</span>",
					"<span lang=\"th\">" + OldTeam.THAI + "</span>");
		Path picture = unpacked.resolve(UPDATE)
			.resolveSibling(page.replaceFirst("(?s).*<img[^>]* src=\"([^\"]*)\".*", "$1"))
			.normalize();
		assertThat(picture).hasBinaryContent(OldTeam.PICTURE);
		assertThat(picture.getFileName().toString()).matches("[0-9]+-CON\\.png");
		assertThat(page("archive/cycles/1-ASEMME9/mails.html")).contains("Please answer", OldTeam.THAI);
		assertThat(page("archive/outside/mails.html")).contains("Outside any cycle").doesNotContain("Please");
		assertThat(page("archive/decisions.html")).contains("SOM1 decided to go on.", "Review: returned");
		assertThat(page("archive/words-in-force.html")).contains("OUR OWN WORDS");
		assertThat(page("archive/cycles/1-ASEMME9/history-2.html")).contains("submit update", "page 2");
		assertThat(page("archive/reports.html")).contains("ASEMME9, version 1", "report.html, 3150000 bytes");
		assertThat(unpacked.resolve("files/sealed/1-ASEMME9-version-1/report.html"))
			.hasContent("report ".repeat(450000));
		assertThat(page("archive/cycles/3-ON-PAPER/initiatives/A01-I01.html")).contains("WORDS-ON-PAPER",
				"As it was called");
		assertThat(page("archive/decisions.html")).contains("Brought in from paper: before.xlsx");
		assertThat(unpacked.resolve("files/paper/3-ON-PAPER-1-old-report.pdf")).hasContent("%PDF on paper");
		assertThat(page("archive/register.html")).contains("Somebody of ASEF", "Asia-Europe <b>Foundation</b>");
	}

	@Test
	void whatIsSecretOrNotYetSaidStaysOut() throws IOException {
		// given
		List<Path> pages = files("archive");
		// then
		assertThat(pages).hasSizeGreaterThan(15);
		for (Path page : pages) {
			assertThat(Files.readString(page)).as(page.toString()).doesNotContain(OldTeam.TOKEN, OldTeam.DRAFT);
		}
		assertThat(page(UPDATE)).contains("The draft");
		assertThat(page("archive/index.html")).contains("One-time links", "calendar_feed");
	}

	@Test
	void everyLinkLeadsToAFileAndEveryNameIsSafe() throws IOException {
		// given
		int links = 0;
		for (Path page : files("archive")) {
			if (page.toString().endsWith(".html")) {
				Matcher addresses = ADDRESS.matcher(Files.readString(page));
				while (addresses.find()) {
					String address = addresses.group(1);
					if (!address.startsWith("#")) {
						assertThat(page.resolveSibling(address).normalize()).as(page + ": " + address).exists();
						links++;
					}
				}
			}
		}
		// then
		assertThat(links).isGreaterThan(40);
		List<String> names = files("").stream().map((file) -> unpacked.relativize(file).toString()).toList();
		assertThat(names).allMatch((name) -> name.matches("[A-Za-z0-9./-]+"));
		assertThat(names.stream().map((name) -> name.toLowerCase(Locale.ROOT))).doesNotHaveDuplicates();
	}

	@Test
	@DisabledOnOs(OS.WINDOWS)
	void sha256sumFindsItWhole() throws IOException, InterruptedException {
		// when
		Process sums = new ProcessBuilder("sha256sum", "--strict", "-c", "SHA256SUMS").directory(unpacked.toFile())
			.redirectErrorStream(true)
			.start();
		String said = new String(sums.getInputStream().readAllBytes());
		// then
		assertThat(sums.waitFor()).as(said).isZero();
		assertThat(said.lines()).hasSize(files("").size() - 1).allMatch((line) -> line.endsWith(": OK"));
	}

	@Test
	void theBackupInItIsOfTheSameMomentAndCanBeRestored() {
		// given
		DataSource target = TestDatabase.fresh().dataSource();
		// when
		Restore.read(unpacked.resolve("stocktake-backup.zip"), at(target));
		// then
		assertThat(JdbcClient.create(target).sql("select count(*) from audit").query(Long.class).single())
			.isEqualTo(1504);
	}

	@Test
	void aWholePackIsSaidToBeWholeAndATouchedOneIsRefused() throws IOException {
		// when, then
		assertThat(Verify.check(pack)).contains("is whole", "SHA-256 is");
		assertThat(Verify.check(unpacked.resolve("stocktake-backup.zip"))).contains("is whole", "rows in");
		refused("flipped.zip", (zip) -> {
			byte[] page = Files.readAllBytes(zip.getPath("archive/plan.html"));
			page[page.length / 2] ^= 1;
			Files.write(zip.getPath("archive/plan.html"), page);
		}, "the file archive/plan.html is not the one that was made");
		refused("removed.zip", (zip) -> Files.delete(zip.getPath("archive/register.html")),
				"lacks the file archive/register.html");
		refused("added.zip", (zip) -> Files.writeString(zip.getPath("archive/more.html"), "more"),
				"has a file that was not in it when it was made: archive/more.html");
		refused("manifest.zip", (zip) -> Files.writeString(zip.getPath("manifest.json"), "{}"),
				"the file manifest.json is not the one");
		refused("sums.zip", (zip) -> Files.delete(zip.getPath("SHA256SUMS")), "has no SHA256SUMS");
		refused("words.zip", (zip) -> Files.writeString(zip.getPath("SHA256SUMS"), "nothing"), "SHA256SUMS is not");
	}

	@Test
	void aByteFlippedInTheZipItselfOrAnEndCutOffIsRefused() throws IOException {
		// given
		byte[] bytes = Files.readAllBytes(pack);
		for (String place : List.of("stocktake-backup.zip", "archive/plan.html", "archive/register.html")) {
			byte[] flipped = bytes.clone();
			flipped[new String(bytes, StandardCharsets.ISO_8859_1).indexOf(place) + place.length() + 40] ^= 0x10;
			Path file = Files.write(folder.resolve("byte.zip"), flipped);
			// when, then
			assertThatExceptionOfType(BackupRefused.class).as(place)
				.isThrownBy(() -> Verify.check(file))
				.withMessageContaining("Take another copy of it.");
		}
		Path cut = Files.write(folder.resolve("cut.zip"), java.util.Arrays.copyOf(bytes, bytes.length / 2));
		assertThatExceptionOfType(BackupRefused.class).isThrownBy(() -> Verify.check(cut))
			.withMessageContaining("damaged or cut short");
	}

	@Test
	void theCommandsSayOneSentence() {
		// given
		ByteArrayOutputStream out = new ByteArrayOutputStream();
		ByteArrayOutputStream problems = new ByteArrayOutputStream();
		// when
		int whole = Verify.run(List.of("--from", pack.toString()), new PrintStream(out), new PrintStream(problems));
		int none = Verify.run(List.of("--from", folder.resolve("none.zip").toString()), new PrintStream(out),
				new PrintStream(problems));
		int wrong = Verify.run(List.of("--to", "x"), new PrintStream(out), new PrintStream(problems));
		// then
		assertThat(List.of(whole, none, wrong)).containsExactly(0, 1, 1);
		assertThat(out.toString().lines()).hasSize(1);
		assertThat(problems.toString().lines()).hasSize(2);
		assertThat(problems.toString()).contains("there is no such file", "Call it as: verify --from FILE");
		assertThatExceptionOfType(BackupRefused.class).isThrownBy(() -> MakePack.write(at(source), pack, "Ana"))
			.withMessageContaining("exists already");
	}

	private static void refused(String name, Change change, String why) throws IOException {
		Path file = Files.copy(pack, folder.resolve(name), StandardCopyOption.REPLACE_EXISTING);
		try (FileSystem zip = FileSystems.newFileSystem(file)) {
			change.in(zip);
		}
		assertThatExceptionOfType(BackupRefused.class).isThrownBy(() -> Verify.check(file))
			.withMessageContaining(why)
			.withMessageNotContaining("\n");
	}

	private static long count(String table) {
		return JdbcClient.create(source).sql("select count(*) from " + table).query(Long.class).single();
	}

	/** What a reader sees. */
	private static String page(String path) throws IOException {
		return HtmlUtils.htmlUnescape(Files.readString(unpacked.resolve(path)).replaceAll("<[^>]*>", ""));
	}

	private static List<Path> files(String under) throws IOException {
		try (Stream<Path> files = Files.walk(unpacked.resolve(under))) {
			return new ArrayList<>(files.filter(Files::isRegularFile).toList());
		}
	}

	private static Whereabouts at(DataSource database) {
		return new Whereabouts("a test", false, database, () -> {
		});
	}

	/**
	 * What somebody does to a pack.
	 */
	@FunctionalInterface
	private interface Change {

		void in(FileSystem zip) throws IOException;

	}

}
