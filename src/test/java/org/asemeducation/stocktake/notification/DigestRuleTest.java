package org.asemeducation.stocktake.notification;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import org.asemeducation.stocktake.access.ContactId;
import org.asemeducation.stocktake.cycle.CycleName;
import org.asemeducation.stocktake.notification.letter.WaitingTask;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * When a reviewer in Rome gets a digest.
 */
class DigestRuleTest {

	private static final ZoneId ROME = ZoneId.of("Europe/Rome");

	private static final CycleName CYCLE = new CycleName("ASEMME9");

	@Test
	void aNewTaskIsToldOnTheNextMorning() {
		assertThat(mornings(reader(), task("2023-07-03T10:00:00Z", null))).containsExactly(at("2023-07-04T07:00:00Z"));
		assertThat(mornings(reader(), task("2023-07-03T06:59:00Z", null))).containsExactly(at("2023-07-03T07:00:00Z"));
		assertThat(mornings(reader(), task("2023-07-03T07:00:00Z", null))).containsExactly(at("2023-07-03T07:00:00Z"));
	}

	@Test
	void aTaskThatWasToldIsNotNew() {
		DigestReader told = told("2023-07-04", "2023-07-04T07:00:00Z");

		assertThat(mornings(told, task("2023-07-03T10:00:00Z", null))).isEmpty();
		assertThat(mornings(told, task("2023-07-04T08:00:00Z", null))).containsExactly(at("2023-07-05T07:00:00Z"));
	}

	@Test
	void aDayThatIsNearIsToldAWeekAndADayBeforeOnItAndOnceAfterIt() {
		DigestReader told = told("2023-07-04", "2023-07-04T07:00:00Z");

		assertThat(mornings(told, task("2023-07-03T10:00:00Z", "2023-07-20"))).containsExactly(
				at("2023-07-13T07:00:00Z"), at("2023-07-19T07:00:00Z"), at("2023-07-20T07:00:00Z"),
				at("2023-07-21T07:00:00Z"));
	}

	@Test
	void thereIsOneADayAtMost() {
		// the run was late: at three in the night it made good for the day before
		DigestReader told = told("2023-07-05", "2023-07-05T01:00:00Z");

		assertThat(mornings(told, task("2023-07-05T03:00:00Z", "2023-07-12"))).containsExactly(
				at("2023-07-06T07:00:00Z"), at("2023-07-11T07:00:00Z"), at("2023-07-12T07:00:00Z"),
				at("2023-07-13T07:00:00Z"));
	}

	@Test
	void anOutageOfDaysIsOneDigest() {
		List<WaitingTask> tasks = List.of(task("2023-07-03T10:00:00Z", "2023-07-20"),
				task("2023-07-11T10:00:00Z", null));

		assertThat(DigestRule.due(reader(), tasks, at("2023-07-03T10:00:00Z"), at("2023-07-15T12:00:00Z")))
			.contains(new DigestRule.Moment(at("2023-07-13T07:00:00Z"), CYCLE));
	}

	@Test
	void nobodyIsToldOfOthersTasks() {
		assertThat(mornings(reader(), new WaitingTask("1", "aes", CYCLE, ROME, "Edit report",
				at("2023-07-03T10:00:00Z"), LocalDate.of(2023, 7, 20), null)))
			.isEmpty();
	}

	@Test
	void whatSomebodyHasClaimedIsToldToThemAlone() {
		WaitingTask claimed = new WaitingTask("1", "swg", CYCLE, ROME, "Review update: A01-I01",
				at("2023-07-03T10:00:00Z"), null, "reader");
		WaitingTask byAnother = new WaitingTask("1", "swg", CYCLE, ROME, "Review update: A01-I01",
				at("2023-07-03T10:00:00Z"), null, "colleague");
		WaitingTask ofAnotherGroup = new WaitingTask("1", "aes", CYCLE, ROME, "Review update: A01-I01",
				at("2023-07-03T10:00:00Z"), null, "reader");

		assertThat(mornings(reader(), claimed)).containsExactly(at("2023-07-04T07:00:00Z"));
		assertThat(mornings(reader(), byAnother)).isEmpty();
		assertThat(mornings(reader(), ofAnotherGroup)).containsExactly(at("2023-07-04T07:00:00Z"));
	}

	@Test
	void nothingFallsDueWithoutATask() {
		assertThat(DigestRule.next(reader(), List.of(), Instant.MIN)).isEmpty();
		assertThat(DigestRule.due(reader(), List.of(), Instant.MIN, Instant.MAX)).isEmpty();
	}

	@Test
	void theMorningIsTheReaders() {
		DigestReader inSeoul = new DigestReader(new LocalContact(new ContactId(1), ZoneId.of("Asia/Seoul")), "reader",
				Set.of("swg"), LocalDate.MIN, Instant.MIN, Set.of(), DigestReader.Hold.NONE);

		assertThat(mornings(inSeoul, task("2023-07-03T10:00:00Z", null))).containsExactly(at("2023-07-04T00:00:00Z"));
	}

	@Test
	void aMorningWhoseDigestWasSentAheadSaysOnlyWhatHasComeSince() {
		DigestReader ahead = new DigestReader(new LocalContact(new ContactId(1), ROME), "reader", Set.of("swg"),
				LocalDate.parse("2023-07-12"), at("2023-07-12T10:00:00Z"), Set.of(LocalDate.parse("2023-07-13")),
				DigestReader.Hold.NONE);

		assertThat(mornings(ahead, task("2023-07-03T10:00:00Z", "2023-07-14")))
			.containsExactly(at("2023-07-14T07:00:00Z"), at("2023-07-15T07:00:00Z"));
		assertThat(mornings(ahead, task("2023-07-12T11:00:00Z", null))).containsExactly(at("2023-07-13T07:00:00Z"));
	}

	/** All moments, one after the other. */
	private static List<Instant> mornings(DigestReader reader, WaitingTask task) {
		List<Instant> mornings = new ArrayList<>();
		Optional<Instant> next = DigestRule.next(reader, List.of(task), Instant.MIN);
		while (next.isPresent()) {
			mornings.add(next.get());
			next = DigestRule.next(reader, List.of(task), next.get());
		}
		return mornings;
	}

	private static DigestReader reader() {
		return new DigestReader(new LocalContact(new ContactId(1), ROME), "reader", Set.of("swg"), LocalDate.MIN,
				Instant.MIN, Set.of(), DigestReader.Hold.NONE);
	}

	private static DigestReader told(String day, String moment) {
		return new DigestReader(new LocalContact(new ContactId(1), ROME), "reader", Set.of("swg"), LocalDate.parse(day),
				at(moment), Set.of(), DigestReader.Hold.NONE);
	}

	private static WaitingTask task(String created, String due) {
		return new WaitingTask("1", "swg", CYCLE, ROME, "Review update: A01-I01", at(created),
				(due != null) ? LocalDate.parse(due) : null, null);
	}

	private static Instant at(String moment) {
		return Instant.parse(moment);
	}

}
