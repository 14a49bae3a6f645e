package org.asemeducation.stocktake.notification;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;

import org.asemeducation.stocktake.access.ContactId;
import org.asemeducation.stocktake.cycle.CycleName;
import org.junit.jupiter.api.Test;

import static org.asemeducation.stocktake.notification.Asked.ROME;
import static org.assertj.core.api.Assertions.assertThat;

/**
 * When the last reminder of an update has gone by.
 */
class LastRungTest {

	private static final ContactId ANNA = new ContactId(1);

	private static final ContactId BEN = new ContactId(2);

	private static final List<LocalContact> CONTACTS = List.of(new LocalContact(ANNA, ROME),
			new LocalContact(BEN, ZoneId.of("Pacific/Honolulu")), new LocalContact(new ContactId(3), ROME));

	@Test
	void itIsTheLastRungOfTheLadder() {
		assertThat(at(Asked.inJune().of(ANNA), -7, 3, 10)).isEqualTo(rome("2023-09-25T09:00"));
	}

	@Test
	void itHasGoneByOnceTheLastCoordinatorWasReminded() {
		assertThat(at(Asked.inJune().of(ANNA, BEN), 10)).isEqualTo(Instant.parse("2023-09-25T19:00:00Z"));
	}

	@Test
	void itNeverGoesByBeforeTheDayIsOver() {
		// given
		Instant over = rome("2023-09-16T00:00").minusMillis(1);
		// then
		assertThat(at(Asked.inJune().of(ANNA), -28, -7)).isEqualTo(over);
		assertThat(at(Asked.inJune().of(ANNA), 0)).isEqualTo(over);
		assertThat(at(Asked.inJune().of(ANNA))).as("a cycle without reminders").isEqualTo(over);
		assertThat(at(Asked.inJune().of(), 10)).as("nobody to remind").isEqualTo(over);
	}

	@Test
	void aRungAfterTheUpdateIsFrozenDoesNotCount() {
		assertThat(at(Asked.inJune().frozenOn(LocalDate.of(2023, 9, 20)).of(ANNA), 3, 10))
			.isEqualTo(rome("2023-09-18T09:00"));
	}

	@Test
	void whatCameBackCountsFromItsOwnDayByItsOwnLadder() {
		// given it came back on 1 October: due on the 11th, reminded three days after
		OpenRequest returned = Asked.inJune().returnedAt(rome("2023-10-01T12:00")).of(ANNA);
		// then
		assertThat(at(returned, 30)).isEqualTo(rome("2023-10-14T09:00"));
	}

	private static Instant at(OpenRequest request, Integer... days) {
		Gathering gathering = new Gathering(new CycleName("ASEMME9"), ROME, request.deadline(), null, request.freeze(),
				null, List.of(Rungs.beforeTheDeadline(List.of(days)), Rungs.afterAReturn(),
						Rungs.beforeTheFreeze(List.of(-3))),
				false);
		return LastRung.of(request, gathering, CONTACTS);
	}

	private static Instant rome(String local) {
		return java.time.LocalDateTime.parse(local).atZone(ROME).toInstant();
	}

}
