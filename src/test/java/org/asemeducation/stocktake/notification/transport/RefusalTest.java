package org.asemeducation.stocktake.notification.transport;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class RefusalTest {

	@ParameterizedTest
	@CsvSource({ "550,550 no such user,true", "550,550 5.1.1 <x@y.example>: unknown,true",
			"553,553 5.1.3 bad address syntax,true", "551,551 user not local,true", "554,554 5.1.1 unknown,true",
			"550,550 5.2.1 mailbox disabled,true", "550,550 5.4.1 Recipient address rejected: Access denied,true",
			"550,550-5.1.10 RESOLVER.ADR.RecipientNotFound,true", "550,550 5.1.1 gone. From 10.1.2.3,true",
			"550,550 5.1.8 bad sender,false", "550,550 5.1.7 bad sender,false", "550,550 5.7.1 blocked,false",
			"550,550 5.7.26 unauthenticated,false", "552,552 5.2.2 over quota,false", "550,550 5.2.2 full,false",
			"550,550 relay not permitted,false", "550,550 blocked by a list,false", "554,554 transaction failed,false",
			"550,550 from 1.1.1.1: relaying denied,false", "530,530 authentication required,false",
			"450,450 4.1.1 greylisted,false", "451,451 no such user for now,false", "552,552 too large,false" })
	void isFinalOnlyWhereItIsAboutTheAddress(int code, String words, boolean isFinal) {
		assertThat(Refusal.isFinal(code, words)).isEqualTo(isFinal);
	}

}
