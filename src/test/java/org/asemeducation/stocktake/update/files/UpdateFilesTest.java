package org.asemeducation.stocktake.update.files;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

import com.fasterxml.jackson.databind.node.ObjectNode;
import org.asemeducation.stocktake.ProcessTest;
import org.asemeducation.stocktake.SameMoment;
import org.asemeducation.stocktake.Stage;
import org.asemeducation.stocktake.Troupe;
import org.asemeducation.stocktake.access.Person;
import org.asemeducation.stocktake.cycle.CycleName;
import org.asemeducation.stocktake.engine.Refused;
import org.asemeducation.stocktake.review.Reviewers;
import org.asemeducation.stocktake.update.Coordinators;
import org.asemeducation.stocktake.update.UpdateKey;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

import static org.asemeducation.stocktake.Troupe.TWO_COORDINATORS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Files in the life of an update: kept whole or not at all, read and deleted as the texts
 * that refer to them.
 */
@ProcessTest
class UpdateFilesTest {

	@Autowired
	private Stage stage;

	@Autowired
	private SameMoment sameMoment;

	@Autowired
	private Troupe troupe;

	@Autowired
	private Coordinators coordinators;

	@Autowired
	private Reviewers reviewers;

	@Autowired
	private Attaching attaching;

	@Autowired
	private Removing removing;

	@Autowired
	private FileRights rights;

	@Autowired
	private FileSettings settings;

	@Autowired
	private UpdateFiles files;

	@Autowired
	private PrintedPictures prints;

	@Autowired
	private WithdrawingConsent withdrawing;

	@Autowired
	private WithdrawnConsents withdrawn;

	@Autowired
	private JdbcClient jdbc;

	private CycleName cycle;

	private UpdateKey key;

	@BeforeEach
	void askForAnUpdate() {
		this.cycle = this.stage.gathering(TWO_COORDINATORS);
		this.key = UpdateKey.of(this.cycle.value(), TWO_COORDINATORS);
	}

	@Test
	void aFileComesBackAsItWasKept() throws IOException {
		// given
		byte[] large = Arrays.copyOf(TestFiles.jpeg(1200, 900), 700_000); // cut behind
																			// its end
		byte[] pdf = largePdf();
		// when
		StoredFile picture = attach("harbour", "photo.jpg", large).file();
		StoredFile document = attach("malta", "plan.pdf", pdf).file();
		// then
		assertThat(bytes(document)).isEqualTo(pdf);
		assertThat(document.length()).isEqualTo(pdf.length).isGreaterThan(2L * UpdateFiles.PART);
		assertThat(bytes(picture)).hasSize((int) picture.length()).hasSizeLessThan(large.length);
		assertThat(picture.width()).isEqualTo(1200);
		assertThat(this.files.thumbnail(picture)).hasSizeLessThan(20_000);
		assertThat(document.thumbnail()).isFalse();
		assertThat(this.files.of(this.key)).extracting(StoredFile::name).containsExactly("photo.jpg", "plan.pdf");
	}

	@Test
	void theSameFileTwiceInTheSameMomentIsKeptOnce() {
		// when
		List<Optional<Throwable>> told = this.sameMoment.actBeforeTheCommitOf(
				() -> attach("harbour", "one.pdf", TestFiles.pdf()), () -> attach("malta", "two.pdf", TestFiles.pdf()));
		// then
		assertThat(told).containsOnly(Optional.empty());
		assertThat(this.files.of(this.key)).singleElement().extracting(StoredFile::name).isEqualTo("one.pdf");
		assertThat(attach("malta", "three.pdf", TestFiles.pdf()).again()).isTrue();
	}

	@Test
	void aBrokenConnectionLeavesNothing() throws IOException {
		// given
		InputStream broken = new InputStream() {
			private int left = 100_000;

			@Override
			public int read() throws IOException {
				if (this.left == 0) {
					throw new IOException("the line is cut");
				}
				this.left--;
				return 0xFF;
			}
		};
		// when, then
		assertThatExceptionOfType(Refused.class)
			.isThrownBy(() -> this.attaching.attach(this.key, "photo.jpg", 200_000, broken, user("harbour")))
			.withMessage("“photo.jpg” did not arrive whole: the connection broke. Attach it again.");
		assertNothingLeft();
	}

	@Test
	void whatIsTooLargeIsRefusedBeforeItIsRead() throws IOException {
		// given
		InputStream unread = new InputStream() {
			@Override
			public int read() {
				throw new AssertionError("it was read");
			}
		};
		// when, then
		assertThatExceptionOfType(Refused.class)
			.isThrownBy(() -> this.attaching.attach(this.key, "film.jpg", 25L << 20, unread, user("harbour")))
			.withMessageContaining("“film.jpg” is not attached: it is larger than 20 MB");
		assertNothingLeft();
	}

	@Test
	void whoDoesNotSayHowMuchComesIsStoppedAtTheLimit() throws IOException {
		// given
		long[] read = new long[1];
		InputStream endless = new InputStream() {
			@Override
			public int read() {
				read[0]++;
				return 0;
			}
		};
		// when, then
		assertThatExceptionOfType(Refused.class)
			.isThrownBy(() -> this.attaching.attach(this.key, "film.jpg", -1, endless, user("harbour")))
			.withMessageContaining("larger than 20 MB");
		assertThat(read[0]).isLessThan(this.settings.largest().toBytes() + 100_000);
		assertNothingLeft();
	}

	@Test
	void aFileThatLiesLeavesNothing() throws IOException {
		// when, then
		assertThatExceptionOfType(Refused.class)
			.isThrownBy(() -> attach("harbour", "holiday.jpg", TestFiles.text("<html>")))
			.withMessageStartingWith("“holiday.jpg” is not attached: it holds a web page");
		assertNothingLeft();
	}

	@ParameterizedTest
	@ValueSource(strings = { "inland", "aes", "reviewer" })
	void onlyItsCoordinatorsAttachAndDelete(String who) {
		// given
		StoredFile file = attach("harbour", "plan.pdf", TestFiles.pdf()).file();
		// when, then
		assertWhy(Refused.Why.NOT_ALLOWED, () -> attach(who, "other.docx", TestFiles.docx()));
		assertWhy(Refused.Why.NOT_ALLOWED, () -> this.removing.remove(this.key, file.id(), user(who)));
	}

	@Test
	void aFileIsReadByThoseWhoReadTheTextThatHasIt() {
		// given
		StoredFile file = attach("harbour", "photo.jpg", TestFiles.jpeg(40, 30)).file();
		// when, then
		assertThat(reads("malta", Set.of(), file)).isTrue();
		assertThat(reads("reviewer", Set.of("swg"), file)).isFalse();
		assertThat(reads("aes", Set.of("aes"), file)).isTrue();
		assertWhy(Refused.Why.NOT_ALLOWED, () -> reads("inland", Set.of(), file));
		submit(pictures(file.id()));
		assertThat(reads("reviewer", Set.of("swg"), file)).isTrue();
		assertThat(reads("aes", Set.of("aes"), file)).isTrue();
		this.coordinators.takeBack(this.cycle, TWO_COORDINATORS, "harbour");
		assertThat(reads("malta", Set.of(), file)).isTrue();
		assertThat(reads("reviewer", Set.of("swg"), file)).isFalse();
		assertThat(reads("aes", Set.of("aes"), file)).isTrue();
	}

	@Test
	void afterTheGatheringTheSecretariatReadsWhatIsOnlyInADraft() {
		// given
		StoredFile file = attach("harbour", "photo.jpg", TestFiles.jpeg(40, 30)).file();
		this.coordinators.save(this.cycle, TWO_COORDINATORS, "harbour", "Half of it");
		// when
		this.stage.freeze(this.cycle);
		// then
		assertThat(reads("aes", Set.of("aes"), file)).isTrue();
		assertThat(reads("reviewer", Set.of("swg"), file)).isFalse();
		assertWhy(Refused.Why.CONFLICT, () -> attach("harbour", "other.docx", TestFiles.docx()));
	}

	@Test
	void whatATextRefersToIsNotDeleted() {
		// given
		StoredFile file = attach("harbour", "photo.jpg", TestFiles.jpeg(40, 30)).file();
		// when, then
		this.coordinators.save(this.cycle, TWO_COORDINATORS, "harbour", pictures(file.id()));
		assertWhy(Refused.Why.CONFLICT, () -> this.removing.remove(this.key, file.id(), user("harbour")));
		submit(pictures(file.id()));
		this.reviewers.giveBack(this.cycle, TWO_COORDINATORS, "media", "Another picture, please");
		this.coordinators.save(this.cycle, TWO_COORDINATORS, "harbour", "With a picture");
		assertThatExceptionOfType(Refused.class)
			.isThrownBy(() -> this.removing.remove(this.key, file.id(), user("harbour")))
			.withMessageContaining("a version that you have submitted refers to it");
		assertThat(this.files.of(this.key)).hasSize(1);
	}

	@Test
	void whatNoTextRefersToIsDeletedWhenSomebodySaysSoOrLater() {
		// given
		StoredFile wrong = attach("harbour", "photo.jpg", TestFiles.jpeg(40, 30)).file();
		StoredFile forgotten = attach("harbour", "plan.pdf", TestFiles.pdf()).file();
		StoredFile used = attach("harbour", "chart.png", TestFiles.png(40, 30)).file();
		this.coordinators.save(this.cycle, TWO_COORDINATORS, "harbour", pictures(used.id()));
		// when
		this.removing.remove(this.key, wrong.id(), user("malta"));
		this.removing.forget();
		// then
		assertThat(this.files.of(this.key)).extracting(StoredFile::name).containsExactly("plan.pdf", "chart.png");
		this.stage.later(Removing.KEPT.toSeconds() + 60);
		this.removing.forget();
		assertThat(this.files.of(this.key)).extracting(StoredFile::name).containsExactly("chart.png");
		assertThat(parts(forgotten.id())).isZero();
		assertThat(parts(used.id())).isEqualTo(1);
	}

	@Test
	void nothingIsSubmittedWhoseFileIsGone() {
		// given
		StoredFile file = attach("harbour", "photo.jpg", TestFiles.jpeg(40, 30)).file();
		this.removing.remove(this.key, file.id(), user("harbour"));
		// when, then
		assertThatExceptionOfType(Refused.class).isThrownBy(() -> submit(pictures(file.id())))
			.satisfies((refused) -> assertThat(refused.problems()).singleElement().satisfies((problem) -> {
				assertThat(problem.field()).isEqualTo("media[0]");
				assertThat(problem.message()).contains("its file is no longer there");
			}));
		assertThat(this.coordinators.standing(this.cycle, TWO_COORDINATORS)).isEqualTo("requested");
	}

	@Test
	void aPictureIsSubmittedWithAllThatPrintingItNeeds() {
		// given
		StoredFile file = attach("harbour", "photo.jpg", TestFiles.jpeg(40, 30)).file();
		ObjectNode form = pictures(file.id());
		((ObjectNode) form.path("media").get(0)).remove(List.of("consent", "alternative"));
		form.withArray("media").addObject().put("kind", "document").put("file", String.valueOf(file.id()));
		form.withArray("media").addObject().put("kind", "testimonial").put("caption", "“It opened doors.”");
		// when, then
		assertThatExceptionOfType(Refused.class).isThrownBy(() -> submit(form))
			.satisfies((refused) -> assertThat(refused.problems()).extracting(Refused.Problem::field)
				.containsExactly("media[0].alternative", "media[1].caption"))
			.satisfies((refused) -> assertThat(refused.problems()).extracting(Refused.Problem::message)
				.containsExactly(
						"Item 1 (“The harbour”) still needs an alternative text and the consent of those it shows.",
						"Item 2 still needs a title."));
		assertThat(this.coordinators.standing(this.cycle, TWO_COORDINATORS)).isEqualTo("requested");
	}

	@Test
	void aPictureIsPrintedFromItsCopyAndOneFromBeforeThatGetsIt() {
		// given
		StoredFile file = attach("harbour", "photo.jpg", TestFiles.photograph(2400, 1200, 6)).file();
		StoredFile document = attach("harbour", "plan.pdf", TestFiles.pdf()).file();
		PrintedPicture made = this.prints.find(this.key, String.valueOf(file.id())).orElseThrow();
		byte[] bytes = this.prints.bytes(made.file()).orElseThrow();
		// when
		this.jdbc.sql("delete from update_file_print where file = ?").param(file.id()).update();
		// then
		assertThat(made.width()).isEqualTo(600);
		assertThat(made.height()).isEqualTo(1200);
		assertThat(this.prints.bytes(made.file())).isEmpty();
		assertThat(this.prints.find(this.key, made.file())).contains(made);
		assertThat(this.prints.bytes(made.file()).orElseThrow()).isEqualTo(bytes);
		assertThat(this.prints.find(this.key, String.valueOf(document.id()))).isEmpty();
		assertThat(this.prints.of(this.cycle)).containsOnly(
				Map.entry(made.file(), new AttachedFile(TWO_COORDINATORS, made)),
				Map.entry(String.valueOf(document.id()), new AttachedFile(TWO_COORDINATORS, null)));
	}

	@Test
	void aMailIsKeptOnlyWhereTheSecretariatEntersFromIt() {
		// given
		byte[] mail = TestFiles.text("From: a@harbour.example\nDate: Mon, 5 Jun 2023 09:00:00 +0000\n\nDear all");
		// when, then
		assertThatExceptionOfType(Refused.class).isThrownBy(() -> attach("harbour", "update.eml", mail))
			.withMessageContaining("it is a mail, which is kept only where the secretariat enters");
		this.jdbc.sql("""
				insert into entry (cycle, initiative, on_behalf, desk, begun_at, begun_by)
				values (:cycle, :initiative, 'Harbour', false, now(), :by)""")
			.param("cycle", this.cycle.value())
			.param("initiative", TWO_COORDINATORS)
			.param("by", user("aes"))
			.update();
		assertThatExceptionOfType(Refused.class).isThrownBy(() -> attach("harbour", "update.eml", mail));
		assertThat(attach("aes", "update.eml", mail).file().found())
			.isEqualTo("a mail of 5 June 2023 from a@harbour.example, without a subject");
	}

	@Test
	void whatNobodyAgreesToAnyMoreIsDeletedForEverybody() {
		// given
		StoredFile file = attach("harbour", "photo.jpg", TestFiles.jpeg(40, 30)).file();
		submit(pictures(file.id()));
		String item = "file:" + file.id();
		// when, then
		assertWhy(Refused.Why.NOT_ALLOWED, () -> withdraw("inland", Set.of(), item));
		assertWhy(Refused.Why.NOT_ALLOWED, () -> withdraw("reviewer", Set.of("swg"), item));
		assertWhy(Refused.Why.NOT_FOUND, () -> withdraw("malta", Set.of(), "file:1"));
		assertThat(this.files.of(this.key)).hasSize(1);
		withdraw("malta", Set.of(), item);
		assertThat(this.files.of(this.key)).isEmpty();
		assertThat(parts(file.id())).isZero();
		assertThat(this.prints.bytes(String.valueOf(file.id()))).isEmpty();
		assertThat(this.withdrawn.of(this.cycle)).containsExactly(TWO_COORDINATORS + " " + item);
		assertWhy(Refused.Why.NOT_FOUND, () -> withdraw("malta", Set.of(), item));
	}

	private void withdraw(String who, Set<String> groups, String item) {
		this.withdrawing.withdraw(this.key, item, new Person(user(who), who, groups));
	}

	@Test
	void aTextPrintsNoPictureOfAnotherUpdate() {
		// given
		StoredFile file = attach("harbour", "photo.jpg", TestFiles.jpeg(40, 30)).file();
		UpdateKey other = UpdateKey.of(this.cycle.value(), "A01-I01");
		// when, then
		assertThat(this.prints.find(other, String.valueOf(file.id()))).isEmpty();
		assertThat(this.prints.find(this.key, "1 or 1=1")).isEmpty();
	}

	@Test
	void aTestimonialIsSubmittedWithItsWordsWhoSaidThemAndConsent() {
		// given
		ObjectNode form = Coordinators.form("With the words of somebody");
		ObjectNode said = form.putArray("media").addObject().put("kind", "testimonial").put("role", "Student");
		// when, then
		assertMissing(form, "media[0].words",
				"Item 1 still needs the words that are quoted, who said it and the consent of those it quotes.");
		said.put("words", "It opened doors for me.").put("speaker", "A. Person");
		assertMissing(form, "media[0].consent",
				"Item 1 (“It opened doors for me.”) still needs the consent of those it quotes.");
		said.put("consent", true);
		assertThat(submit(form)).isEqualTo(1);
	}

	private void assertMissing(ObjectNode form, String field, String sentence) {
		assertThatExceptionOfType(Refused.class).isThrownBy(() -> submit(form))
			.satisfies(
					(refused) -> assertThat(refused.problems()).containsExactly(new Refused.Problem(field, sentence)));
	}

	@Test
	void aPictureStaysAPictureWhateverItIsCalled() {
		// given
		ObjectNode form = pictures(attach("harbour", "photo.jpg", TestFiles.jpeg(40, 30)).file().id());
		ObjectNode picture = (ObjectNode) form.path("media").get(0);
		picture.put("kind", "testimonial").remove(List.of("consent", "credit"));
		// when, then
		assertThatExceptionOfType(Refused.class).isThrownBy(() -> submit(form))
			.satisfies((refused) -> assertThat(refused.problems()).extracting(Refused.Problem::field)
				.containsExactly("media[0].credit"));
	}

	@Test
	void moreThanAnUpdateMayHaveIsRefused() {
		// given
		this.jdbc.sql("""
				insert into update_file (cycle, initiative, name, type, length, sha256, uploaded_at, uploaded_by)
				select :cycle, :initiative, 'x.pdf', 'pdf', 1, n::text, now(), 'x' from generate_series(1, :most) n""")
			.param("cycle", this.cycle.value())
			.param("initiative", TWO_COORDINATORS)
			.param("most", FileSettings.MOST)
			.update();
		// when, then
		assertWhy(Refused.Why.CONFLICT, () -> attach("harbour", "plan.pdf", TestFiles.pdf()));
	}

	private static byte[] largePdf() {
		String body = new String(TestFiles.pdf(), java.nio.charset.StandardCharsets.ISO_8859_1);
		String filler = "%" + "filler ".repeat(90_000) + "\n";
		int start = body.indexOf("xref\n");
		return TestFiles.text(body.substring(0, start) + filler
				+ body.substring(start).replace("startxref\n" + start, "startxref\n" + (start + filler.length())));
	}

	private static ObjectNode pictures(long file) {
		ObjectNode form = Coordinators.form("With a picture");
		form.putArray("media")
			.addObject()
			.put("kind", "picture")
			.put("file", String.valueOf(file))
			.put("caption", "The harbour")
			.put("credit", "A. Person")
			.put("alternative", "Ships in a harbour")
			.put("consent", true);
		return form;
	}

	private Attaching.Kept attach(String who, String name, byte[] content) {
		return this.attaching.attach(this.key, name, content.length, new ByteArrayInputStream(content), user(who));
	}

	private int submit(ObjectNode form) {
		return this.coordinators.submit(this.cycle, TWO_COORDINATORS, "harbour", form);
	}

	private boolean reads(String who, Set<String> groups, StoredFile file) {
		StoredFile now = this.files.find(this.key, file.id()).orElseThrow();
		return this.rights.readable(this.key, new Person(user(who), who, groups)).mayBeRead(now);
	}

	private byte[] bytes(StoredFile file) throws IOException {
		ByteArrayOutputStream bytes = new ByteArrayOutputStream();
		this.files.writeTo(file, bytes);
		return bytes.toByteArray();
	}

	private int parts(long file) {
		return this.jdbc.sql("select count(*) from update_file_part where file = ?")
			.param(file)
			.query(Integer.class)
			.single();
	}

	private void assertNothingLeft() throws IOException {
		assertThat(this.files.of(this.key)).isEmpty();
		try (Stream<Path> left = Files.list(this.settings.place())) {
			assertThat(left).noneMatch((file) -> file.getFileName().toString().startsWith(Arrival.PREFIX));
		}
	}

	private void assertWhy(Refused.Why why, Runnable act) {
		assertThatExceptionOfType(Refused.class).isThrownBy(act::run)
			.satisfies((refused) -> assertThat(refused.why()).isEqualTo(why));
	}

	private String user(String who) {
		return this.troupe.user(who);
	}

}
