#include "extract/np-page-kind-words.h"

#include "base/np-text.h"

#include <string.h>

/* A title may have so many words besides: the number of the error, the site's name. */
#define WORDS_BESIDES 4

static const char *const errors[] = {
  "404",
  "page not found",
  "not found",
  "page cannot be found",
  "page can't be found",
  "page does not exist",
  "page doesn't exist",
  "page is not available",
  "page isn't available",
  "page is unavailable",
  "access denied",
  "403 forbidden",
  "forbidden",
  "bad request",
  "bad gateway",
  "gateway timeout",
  "service unavailable",
  "temporarily unavailable",
  "internal server error",
  "server error",
  "something went wrong",
  "an error occurred",
  "an error has occurred",
  "seite nicht gefunden",
  "nicht gefunden",
  "seite wurde nicht gefunden",
  "seite existiert nicht",
  "page introuvable",
  "page non trouvée",
  "cette page n'existe pas",
  "página no encontrada",
  "no encontrada",
  "página não encontrada",
  "página não existe",
  "pagina non trovata",
  "pagina non disponibile",
  "pagina niet gevonden",
  "página non atopada",
  "pàgina no trobada",
  "strona nie istnieje",
  "nie znaleziono strony",
  "strona nie została znaleziona",
  "sidan hittades inte",
  "sidan kunde inte hittas",
  "siden ble ikke funnet",
  "fant ikke siden",
  "siden blev ikke fundet",
  "siden findes ikke",
  "sivua ei löydy",
  "sivua ei löytynyt",
  "síðan fannst ekki",
  "lehte ei leitud",
  "lapa nav atrasta",
  "puslapis nerastas",
  "stránka nenalezena",
  "stránka nebyla nalezena",
  "stránka nebola nájdená",
  "az oldal nem található",
  "pagina nu a fost găsită",
  "stranica nije pronađena",
  "stran ni bila najdena",
  "страница не найдена",
  "сторінку не знайдено",
  "страницата не е намерена",
  "страница није пронађена",
  "sayfa bulunamadı",
  "səhifə tapılmadı",
  "η σελίδα δεν βρέθηκε",
  "faqja nuk u gjet",
  "הדף לא נמצא",
  "העמוד לא נמצא",
  "الصفحة غير موجودة",
  "لم يتم العثور على الصفحة",
  "صفحه یافت نشد",
  "صفحہ نہیں ملا",
  "पृष्ठ नहीं मिला",
  "পৃষ্ঠা পাওয়া যায়নি",
  "பக்கம் கிடைக்கவில்லை",
  "ไม่พบหน้า",
  "không tìm thấy trang",
  "halaman tidak ditemukan",
  "halaman tidak dijumpai",
  "ページが見つかりません",
  "お探しのページは見つかりませんでした",
  "页面不存在",
  "找不到页面",
  "页面未找到",
  "找不到網頁",
  "頁面不存在",
  "페이지를 찾을 수 없습니다",
};

static const char *const checks[] = {
  "just a moment",
  "one moment, please",
  "attention required",
  "are you a robot",
  "are you human",
  "verify you are human",
  "please verify",
  "checking your browser",
  "security check",
  "pardon our interruption",
  "human verification",
  "robot check",
  "access to this page has been denied",
  "ddos protection",
  "sind sie ein roboter",
  "sicherheitsprüfung",
  "vérification de sécurité",
  "êtes-vous un robot",
  "verificación de seguridad",
  "eres un robot",
  "verificação de segurança",
  "verifica di sicurezza",
  "проверка браузера",
  "вы не робот",
  "ロボットではありません",
  "安全验证",
  "人机验证",
};

static const char *const consents[] = {
  "before you continue",
  "your privacy",
  "we value your privacy",
  "privacy settings",
  "privacy preferences",
  "privacy and cookies",
  "consent",
  "cookie consent",
  "cookies",
  "cookie settings",
  "cookie",
  "ihre privatsphäre",
  "privatsphäre",
  "datenschutz",
  "einwilligung",
  "zustimmung",
  "bevor sie fortfahren",
  "bevor es weitergeht",
  "avant de continuer",
  "votre vie privée",
  "respect de votre vie privée",
  "consentement",
  "antes de continuar",
  "tu privacidad",
  "su privacidad",
  "privacidad",
  "privacidade",
  "a sua privacidade",
  "prima di continuare",
  "la tua privacy",
  "informativa sui cookie",
  "voordat je verdergaat",
  "uw privacy",
  "jouw privacy",
  "toestemming",
  "twoja prywatność",
  "szanujemy twoją prywatność",
  "din integritet",
  "samtykke",
  "samtycke",
  "evästeet",
  "yksityisyytesi",
  "vaše soukromí",
  "souhlas",
  "az ön adatvédelme",
  "файлы cookie",
  "ваша конфиденциальность",
  "çerezler",
  "gizliliğiniz",
  "το απόρρητό σας",
  "プライバシー",
  "同意",
  "隐私",
  "쿠키",
};

/* Whether @title is one of @phrases, with a few words around it at most. */
static gboolean
says (const char *title, const char *const *phrases, gsize n_phrases)
{
  g_autofree char *folded = title != NULL ? np_text_fold (title) : NULL;
  gsize words = folded != NULL ? np_text_count_words (folded) : 0;

  if (folded == NULL || words > 14)
    return FALSE;
  for (gsize i = 0; i < n_phrases; i++)
    {
      g_autofree char *phrase = np_text_fold (phrases[i]);
      const char *at = strstr (folded, phrase);
      gsize length = strlen (phrase);

      if (at == NULL || words > np_text_count_words (phrase) + WORDS_BESIDES)
        continue;
      /* "not found" within a longer word or number is another. */
      if ((at == folded || !g_unichar_isalnum (g_utf8_get_char (g_utf8_prev_char (at))) || !g_ascii_isalnum (*phrase))
          && !(g_ascii_isalnum (phrase[length - 1]) && g_unichar_isalnum (g_utf8_get_char (at + length))))
        return TRUE;
    }
  return FALSE;
}

/**
 * np_page_kind_words_are_error:
 * @title: (nullable): a title or heading
 *
 * Returns: whether it says that there is no such page, or that the site has a fault
 */
gboolean
np_page_kind_words_are_error (const char *title)
{
  return says (title, errors, G_N_ELEMENTS (errors));
}

/**
 * np_page_kind_words_are_check:
 * @title: (nullable): a title or heading
 *
 * Returns: whether it asks if a person is there
 */
gboolean
np_page_kind_words_are_check (const char *title)
{
  return says (title, checks, G_N_ELEMENTS (checks));
}

/**
 * np_page_kind_words_are_consent:
 * @title: (nullable): a title or heading
 *
 * Returns: whether it asks for consent
 */
gboolean
np_page_kind_words_are_consent (const char *title)
{
  return says (title, consents, G_N_ELEMENTS (consents));
}
