package org.asemeducation.stocktake.update.note;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;

import org.asemeducation.stocktake.PostOffice;
import org.asemeducation.stocktake.ProcessTest;
import org.asemeducation.stocktake.SameMoment;
import org.asemeducation.stocktake.Stage;
import org.asemeducation.stocktake.Troupe;
import org.asemeducation.stocktake.cycle.CycleName;
import org.asemeducation.stocktake.engine.Refused;
import org.asemeducation.stocktake.engine.Refused.Problem;
import org.asemeducation.stocktake.engine.Refused.Why;
import org.asemeducation.stocktake.notification.transport.OutgoingMail;
import org.asemeducation.stocktake.plan.change.ChangeForm;
import org.asemeducation.stocktake.plan.change.DecidedChanges;
import org.asemeducation.stocktake.update.Coordinators;
import org.asemeducation.stocktake.update.UpdateKey;
import org.asemeducation.stocktake.update.files.TestFiles;
import org.asemeducation.stocktake.update.files.TestNotePictures;
import org.asemeducation.stocktake.update.handover.Successors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Notes between two requests: who may, what stays, and what an update takes of them.
 */
@ProcessTest
class NotesProcessTest {

	private static final String TWO = Troupe.TWO_COORDINATORS;

	private static final AtomicInteger NUMBER = new AtomicInteger();

	private final String said = "Summer school %d, สวัสดี <b>&".formatted(NUMBER.incrementAndGet());

	@Autowired
	private Stage stage;

	@Autowired
	private Troupe troupe;

	@Autowired
	private SameMoment sameMoment;

	@Autowired
	private PostOffice post;

	@Autowired
	private Coordinators coordinators;

	@Autowired
	private Successors successors;

	@Autowired
	private WritingNotes writing;

	@Autowired
	private UsingNotes using;

	@Autowired
	private Notes notes;

	@Autowired
	private TestNotePictures pictures;

	@Autowired
	private JdbcClient jdbc;

	@Test
	void aNoteIsWrittenWhileNoCycleRunsAndReadByTheInitiativesOthers() {
		// when
		Note note = write("harbour", words(this.said));
		// then
		assertThat(note.words().text()).isEqualTo(this.said);
		assertThat(this.notes.about(TWO)).extracting(Note::id).contains(note.id());
		assertThat(this.notes.initiativesOf(user("malta"))).extracting(Notes.Initiative::id).contains(TWO);
		assertThat(this.notes.initiativesOf(user("inland"))).extracting(Notes.Initiative::id).doesNotContain(TWO);
		assertThat(this.jdbc.sql("select count(*) from audit where subject = ? and (before || after) like '%Summer%'")
			.param(TWO)
			.query(Integer.class)
			.single()).as("the audit has no words").isZero();
	}

	@Test
	void nobodyElseNotesCorrectsTakesBackOrReads() {
		// given
		CycleName cycle = this.stage.gathering(TWO);
		Note note = write("harbour", words(this.said));
		// when, then
		for (String other : new String[] { "inland", "reviewer", "aes" }) {
			assertThatExceptionOfType(Refused.class).isThrownBy(() -> write(other, words("Mine")))
				.satisfies((refused) -> assertThat(refused.why()).isEqualTo(Why.NOT_ALLOWED));
			assertThatExceptionOfType(Refused.class)
				.isThrownBy(() -> this.writing.correct(note.id(), 1, words("Mine"), user(other)))
				.satisfies((refused) -> assertThat(refused.why()).isEqualTo(Why.NOT_FOUND));
			assertThatExceptionOfType(Refused.class)
				.isThrownBy(() -> this.writing.takeBack(note.id(), true, user(other)))
				.satisfies((refused) -> assertThat(refused.why()).isEqualTo(Why.NOT_FOUND));
			assertThatExceptionOfType(Refused.class).isThrownBy(() -> this.using.offered(key(cycle), user(other)))
				.satisfies((refused) -> assertThat(refused.why()).isEqualTo(Why.NOT_ALLOWED));
			assertThatExceptionOfType(Refused.class)
				.isThrownBy(() -> this.using.use(key(cycle), note.id(), false, user(other)))
				.satisfies((refused) -> assertThat(refused.why()).isEqualTo(Why.NOT_ALLOWED));
			assertThatExceptionOfType(Refused.class)
				.isThrownBy(() -> this.pictures.attach(note.id(), "a.png", TestFiles.png(9, 9), user(other)))
				.satisfies((refused) -> assertThat(refused.why()).isEqualTo(Why.NOT_FOUND));
		}
		assertThat(this.notes.find(note.id()).orElseThrow()).isEqualTo(note);
	}

	@Test
	void theRequestSaysHowManyLinesWaitAndWhereNoneDoesSaysNothing() {
		// given
		write("harbour", words(this.said));
		Note gone = write("malta", words(this.said + " again"));
		write("malta", words(this.said + " and again"));
		this.writing.takeBack(gone.id(), true, user("malta"));
		CycleName cycle = this.stage.gathering(TWO, Troupe.SUPPORTED);
		int waiting = this.using.offered(key(cycle), user("harbour")).size();
		// when
		List<OutgoingMail> mails = this.post.deliver(cycle);
		// then
		assertThat(waiting).isGreaterThanOrEqualTo(2);
		assertThat(mails).filteredOn((mail) -> mail.recipient().equals(Troupe.address("harbour")))
			.singleElement()
			.satisfies((mail) -> assertThat(mail.text().replaceAll("\\s+", " "))
				.contains("Noted already and ready to be put into the form: %d lines.".formatted(waiting))
				.doesNotContain(this.said));
		assertThat(mails).filteredOn((mail) -> mail.recipient().equals(Troupe.address("inland")))
			.singleElement()
			.satisfies((mail) -> assertThat(mail.text()).doesNotContain("noted"));
	}

	@Test
	void twoClicksNoteOnce() {
		// when
		List<Optional<Throwable>> told = this.sameMoment.actBeforeTheCommitOf(() -> write("harbour", words(this.said)),
				() -> write("harbour", words(this.said)));
		// then
		assertThat(told).containsOnly(Optional.empty());
		assertThat(this.notes.about(TWO)).filteredOn((note) -> note.words().text().equals(this.said)).hasSize(1);
	}

	@Test
	void whatIsCorrectedAndTakenBackIsKept() {
		// given
		Note note = write("harbour", words(this.said));
		// when
		Note corrected = this.writing.correct(note.id(), 1, words(this.said + " in Riga"), user("malta"));
		// then
		assertThat(corrected.version()).isEqualTo(2);
		assertThat(corrected.writtenBy()).isEqualTo(user("harbour"));
		assertThat(corrected.correctedBy()).isEqualTo(user("malta"));
		assertThat(this.jdbc.sql("select text from earlier_note where note = ?")
			.param(note.id())
			.query(String.class)
			.list()).containsExactly(this.said);
		assertThatExceptionOfType(Refused.class)
			.isThrownBy(() -> this.writing.correct(note.id(), 1, words("Over it"), user("harbour")))
			.satisfies((refused) -> assertThat(refused.why()).isEqualTo(Why.OUTDATED));
		// when
		this.writing.takeBack(note.id(), true, user("harbour"));
		this.writing.takeBack(note.id(), true, user("harbour"));
		// then
		Note gone = this.notes.find(note.id()).orElseThrow();
		assertThat(gone.isTakenBack()).isTrue();
		assertThat(gone.words().text()).isEqualTo(this.said + " in Riga");
		assertThatExceptionOfType(Refused.class)
			.isThrownBy(() -> this.writing.correct(note.id(), 2, words("Over it"), user("harbour")))
			.withMessageContaining("put it back first");
		this.writing.takeBack(note.id(), false, user("malta"));
		assertThat(this.notes.find(note.id()).orElseThrow().isTakenBack()).isFalse();
	}

	@Test
	void aNoteIsPutIntoAnUpdateOnceAndOfferedUntilThatIsSubmitted() {
		// given
		CycleName cycle = this.stage.gathering(TWO);
		Note note = write("harbour", words(this.said));
		Note other = write("harbour", words(this.said + ", the second"));
		assertThat(offered(cycle, "malta")).contains(note.id(), other.id());
		// when
		List<Optional<Throwable>> told = this.sameMoment.actBeforeTheCommitOf(
				() -> this.using.use(key(cycle), note.id(), false, user("malta")),
				() -> this.using.use(key(cycle), note.id(), false, user("harbour")));
		// then
		assertThat(told).filteredOn(Optional::isPresent).hasSize(1);
		assertThat(told.stream().flatMap(Optional::stream).findFirst().orElseThrow())
			.hasMessageContaining("put into this update already");
		// when
		this.stage.freeze(cycle);
		CycleName next = this.stage.gathering(TWO);
		// then
		assertThat(offered(next, "malta")).as("nothing was submitted").contains(note.id(), other.id());
		// when
		this.using.use(key(next), note.id(), false, user("malta"));
		this.coordinators.submit(next, TWO, "harbour", "As noted.");
		// then
		assertThatExceptionOfType(Refused.class)
			.isThrownBy(() -> this.using.use(key(next), other.id(), false, user("malta")))
			.withMessageContaining("lies with the reviewers");
		this.stage.freeze(next);
		CycleName last = this.stage.gathering(TWO);
		assertThat(offered(last, "malta")).contains(other.id()).doesNotContain(note.id());
		assertThatExceptionOfType(Refused.class)
			.isThrownBy(() -> this.using.use(key(last), note.id(), false, user("malta")))
			.satisfies((refused) -> assertThat(refused.why()).isEqualTo(Why.NOT_FOUND));
	}

	@Test
	void whatWasNotedOfAMergedInitiativeIsOfferedWithTheOther(@Autowired DecidedChanges decided,
			@Autowired WaitingNotes waiting) {
		// given
		Note note = write("harbour", words(this.said));
		this.pictures.attach(note.id(), "photo.png", TestFiles.png(300, 200), user("malta"));
		CycleName both = this.stage.gathering(TWO, Troupe.SUPPORTED);
		UpdateKey there = UpdateKey.of(both.value(), Troupe.SUPPORTED);
		change(decided, "merge", Troupe.SUPPORTED);
		try {
			// then
			assertThat(ids(there)).as("the cycle still asks for the merged one").doesNotContain(note.id());
			assertThat(offered(both, "malta")).contains(note.id());
			// when
			this.stage.freeze(both);
			CycleName next = this.stage.gathering(Troupe.SUPPORTED);
			UpdateKey other = UpdateKey.of(next.value(), Troupe.SUPPORTED);
			// then
			assertThat(this.using.offered(other, user("inland"))).extracting(UsingNotes.Offered::note)
				.filteredOn((it) -> it.id() == note.id())
				.extracting(Note::initiative)
				.containsExactly(TWO);
			assertThat(waiting.of(other)).isEqualTo(ids(other).size());
			assertThat(this.pictures.isShown(note.id(), user("inland"))).isTrue();
			assertThat(this.pictures.isShown(note.id(), user("thailand"))).isFalse();
			// when
			this.using.use(other, note.id(), true, user("inland"));
			// then
			assertThat(waiting.of(other)).isEqualTo(ids(other).size() - 1);
			assertThatExceptionOfType(Refused.class)
				.isThrownBy(() -> this.using.use(other, note.id(), false, user("inland")))
				.withMessageContaining("put into this update already");
		}
		finally {
			change(decided, "revive", null);
		}
		assertThat(ids(UpdateKey.of(this.stage.gathering(Troupe.SUPPORTED).value(), Troupe.SUPPORTED)))
			.as("it stands on its own again")
			.doesNotContain(note.id());
	}

	@Test
	void whatIsOfferedAgainCanBePutInAgain() {
		// given
		CycleName cycle = this.stage.gathering(TWO);
		Note note = write("harbour", words(this.said));
		this.using.use(key(cycle), note.id(), false, user("malta"));
		// when
		this.using.offerAgain(key(cycle), note.id(), user("harbour"));
		// then
		assertThat(this.using.use(key(cycle), note.id(), false, user("malta"))).isEmpty();
	}

	@Test
	void itsPictureIsCheckedAsAnyOtherAndCopiedToTheUpdate() {
		// given
		CycleName cycle = this.stage.gathering(TWO);
		Note note = write("harbour", words(this.said));
		assertThatExceptionOfType(Refused.class)
			.isThrownBy(() -> this.using.use(key(cycle), note.id(), true, user("malta")))
			.withMessageContaining("has no picture");
		// when, then
		for (byte[] broken : List.of("<html>".getBytes(), new byte[0], TestFiles.pdf(),
				java.util.Arrays.copyOf(TestFiles.png(40, 30), 60))) {
			assertThatExceptionOfType(Refused.class)
				.isThrownBy(() -> this.pictures.attach(note.id(), "photo.png", broken, user("malta")))
				.withMessageContaining("“photo.png” is not attached:");
		}
		assertThat(this.pictures.sum(note.id())).isEmpty();
		// when
		this.pictures.attach(note.id(), "photo.jpg", TestFiles.photograph(900, 600, 6), user("malta"));
		this.pictures.attach(note.id(), "photo.png", TestFiles.png(600, 400), user("malta"));
		String copy = this.using.use(key(cycle), note.id(), true, user("malta")).orElseThrow();
		// then
		assertThat(this.pictures.sumOf(key(cycle), copy)).isEqualTo(this.pictures.sum(note.id()).orElseThrow());
		assertThat(this.pictures.bytesOf(key(cycle), copy)).isEqualTo(this.pictures.bytes(note.id())).isNotEmpty();
		assertThat(this.pictures.isPrinted(key(cycle), copy)).isTrue();
		// when
		this.pictures.remove(note.id(), user("harbour"));
		// then
		assertThat(this.pictures.sum(note.id())).isEmpty();
		assertThat(this.pictures.bytesOf(key(cycle), copy)).isNotEmpty();
	}

	@Test
	void aFailedUseMarksNothing() {
		// given
		CycleName cycle = this.stage.gathering(TWO);
		Note note = write("harbour", words(this.said));
		// when
		assertThatExceptionOfType(Refused.class)
			.isThrownBy(() -> this.using.use(key(cycle), note.id(), true, user("malta")));
		// then
		assertThat(this.using.use(key(cycle), note.id(), false, user("malta"))).isEmpty();
	}

	@Test
	void aPictureThatSomebodyNoLongerAgreesToIsGoneFromTheNoteToo() {
		// given
		CycleName cycle = this.stage.gathering(TWO);
		Note note = write("harbour", words(this.said));
		this.pictures.attach(note.id(), "photo.png", TestFiles.png(300, 200), user("malta"));
		String copy = this.using.use(key(cycle), note.id(), true, user("malta")).orElseThrow();
		// when
		this.pictures.withdraw(key(cycle), copy);
		// then
		assertThat(this.pictures.sum(note.id())).isEmpty();
	}

	@Test
	void theSuccessorFindsThemAndWhoLeftDoesNot() {
		// given
		CycleName cycle = this.stage.gathering(TWO);
		Note note = write("malta", words(this.said));
		String heir = "thailand";
		// when
		this.successors.ask(cycle, TWO, "malta", "Thailand", heir);
		this.successors.confirm(cycle, TWO);
		// then
		assertThat(offered(cycle, heir)).contains(note.id());
		assertThat(this.notes.find(note.id()).orElseThrow().writtenBy()).isEqualTo(user("malta"));
		assertThatExceptionOfType(Refused.class).isThrownBy(() -> this.using.offered(key(cycle), user("malta")))
			.satisfies((refused) -> assertThat(refused.why()).isEqualTo(Why.NOT_ALLOWED));
	}

	@ParameterizedTest
	@ValueSource(strings = { "javascript:alert(1)", "//evil.example", "http://", "https:// x", "ftp://a.example",
			"https://a.example/ b", "http:\\\\a" })
	void onlyAWebAddressIsALink(String link) {
		assertThatExceptionOfType(Refused.class)
			.isThrownBy(() -> NoteWords.of("2026-05-22", "Said.", link, null, null, null, false))
			.satisfies((refused) -> assertThat(refused.problems()).extracting(Problem::field).containsExactly("link"));
	}

	@Test
	void aNoteSaysWhenAndWhat() {
		assertThatExceptionOfType(Refused.class)
			.isThrownBy(() -> NoteWords.of("22 May", " \n", null, "x".repeat(NoteWords.LONGEST + 1), null, null, false))
			.satisfies((refused) -> assertThat(refused.problems()).extracting(Problem::field)
				.containsExactly("day", "text", "caption"));
		assertThat(NoteWords
			.of(" 2026-05-22 ", "x".repeat(NoteWords.LONGEST), "https://例え.jp/道?a=1#b", " ", null, null, false)
			.caption()).isNull();
	}

	private Note write(String who, NoteWords words) {
		return this.writing.write(TWO, words, user(who));
	}

	private void change(DecidedChanges decided, String act, @Nullable String into) {
		decided.make(
				new ChangeForm(act, TWO, into, null, null, null, null, null, null, null,
						LocalDate.ofInstant(this.stage.now(), ZoneOffset.UTC).toString(), "They are one", null),
				user("aes"));
	}

	private List<Long> ids(UpdateKey key) {
		return this.using.offered(key, user("inland")).stream().map((offer) -> offer.note().id()).toList();
	}

	private List<Long> offered(CycleName cycle, String who) {
		return this.using.offered(key(cycle), user(who))
			.stream()
			.filter((offer) -> offer.uses().isEmpty())
			.map((offer) -> offer.note().id())
			.toList();
	}

	private static NoteWords words(String text) {
		return new NoteWords(LocalDate.of(2026, 5, 22), text, "https://riga.example/school", null, null, null, false);
	}

	private String user(String who) {
		return this.troupe.user(who);
	}

	private static UpdateKey key(CycleName cycle) {
		return UpdateKey.of(cycle.value(), TWO);
	}

}
