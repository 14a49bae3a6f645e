package org.asemeducation.stocktake.notification.letter;

import java.time.LocalDate;

import org.asemeducation.stocktake.notification.letter.MeetingNews.News;
import org.asemeducation.stocktake.notification.letter.MeetingNews.Told;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What is new about a meeting, also for a mail that is tried again.
 */
class MeetingNewsTest {

	private static final LocalDate JUNE = LocalDate.of(2029, 6, 4);

	@Test
	void aMailThatIsTriedAgainSaysTheSame() {
		// given
		MeetingNews first = news(JUNE, "confirmed", null, false);
		Told told = new Told(JUNE, first.content(), false, News.FIRST, null);
		// then
		assertThat(first.news()).isEqualTo(News.FIRST);
		assertThat(news(JUNE, "confirmed", told, true).news()).isEqualTo(News.FIRST);
		assertThat(news(JUNE, "confirmed", told, false).news()).isEqualTo(News.NOTHING);
	}

	@Test
	void whatHasChangedBetweenTwoTriesIsSaid() {
		// given
		Told told = new Told(JUNE, news(JUNE, "confirmed", null, false).content(), false, News.FIRST, null);
		// then
		assertThat(news(null, "planned", told, true).sentence()).isEqualTo("is postponed and has no new day yet");
		assertThat(news(JUNE, "dropped", told, true).sentence()).isEqualTo("does not take place");
		assertThat(news(JUNE.plusDays(1), "planned", told, true).sentence())
			.isEqualTo("is moved to Tuesday 5 June 2029, Valletta (still to be confirmed)");
	}

	private static MeetingNews news(LocalDate day, String state, Told told, boolean again) {
		return new MeetingNews(1, "ASEMME9", "From here to there", "SOM1", day, "Valletta", "Malta", state, "", 1, "",
				told, again);
	}

}
