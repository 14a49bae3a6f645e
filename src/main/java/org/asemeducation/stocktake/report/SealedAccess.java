package org.asemeducation.stocktake.report;

import java.util.List;

import org.asemeducation.stocktake.access.CurrentPerson;
import org.asemeducation.stocktake.access.Officials;
import org.asemeducation.stocktake.access.Person;
import org.asemeducation.stocktake.cycle.CycleName;

import org.springframework.http.CacheControl;
import org.springframework.stereotype.Component;

/**
 * Who may read a sealed version: everybody where it is or was public, else the
 * secretariat, the reviewing body and officials of every partner, to whom it was put.
 */
@Component
class SealedAccess {

	private final Publications publications;

	private final CurrentPerson current;

	private final Officials officials;

	SealedAccess(Publications publications, CurrentPerson current, Officials officials) {
		this.publications = publications;
		this.current = current;
		this.officials = officials;
	}

	/**
	 * Makes sure that whoever asks may read all of these versions.
	 * @return how the answer may be kept: by anybody where everybody may read it
	 */
	CacheControl allowed(CycleName cycle, Integer... versions) {
		if (this.publications.versions(cycle).containsAll(List.of(versions))) {
			return CacheControl.noCache().cachePublic();
		}
		requireInsider();
		return CacheControl.noStore();
	}

	boolean isInsider() {
		if (!this.current.isSignedIn()) {
			return false;
		}
		Person person = this.current.get();
		return person.isReviewer() || person.isSecretariat() || !this.officials.of(person).isEmpty();
	}

	void requireInsider() {
		if (!isInsider()) {
			this.current.get().requireReviewer();
		}
	}

}
