#include "extract/np-image-key.h"

#include "extract/np-image-source.h"
#include "extract/np-image.h"

/* Two addresses: of one photo, of two cuts of one, or of two photos. */
typedef enum
{
  SAME,
  ALIKE,
  OTHER
} Relation;

static const struct
{
  const char *name, *source, *other;
  Relation relation;
} pairs[] = {
  { "wordpress", "https://a.example/up/ferry-at-dusk-1024x683.jpg", "https://a.example/up/ferry-at-dusk.jpg", SAME },
  { "wordpress-edited", "https://a.example/ferry-at-dusk-e1564385890767.jpg", "https://a.example/ferry-at-dusk.jpg",
    SAME },
  { "width", "https://a.example/pic/AB12_w1200_r1_s.jpg", "https://a.example/pic/AB12_w250_r1_s.jpg", SAME },
  { "retina", "https://a.example/ferry-at-dusk@2x.png", "https://a.example/ferry-at-dusk.png", SAME },
  { "typo3", "https://a.example/user/ferry.jpg", "https://a.example/_processed_/0/8/csm_ferry_b5e0929985.jpg", SAME },
  { "thumbs", "https://a.example/g/thumbs/thumbs_harbour.jpg", "https://a.example/g/harbour.jpg", SAME },
  { "folder-of-size", "https://b.example/xy/s320/vc.jpg", "https://b.example/xy/w1200-h630-p-k-no-nu/vc.jpg", SAME },
  { "folder-of-photo", "https://c.example/01/07/18636778/3/rawImage.jpg",
    "https://c.example/01/07/18636778/3/920x920.jpg", SAME },
  { "general-names", "https://c.example/2022/xz5jGm/393101/panorama.jpg",
    "https://c.example/2022/xz5jGm/393101/tall.jpg", SAME },
  { "proxy", "https://p.example/640x0/https://a.example/up/harbour-view.jpg", "https://a.example/up/harbour-view.jpg",
    SAME },
  { "proxy-encoded", "https://p.example/r?u=https%3A%2F%2Fa.example%2Fup%2Fharbour-view.jpg&w=640",
    "https://a.example/up/harbour-view.jpg", SAME },
  { "script", "https://a.example/image.php?src=/posts/harbour7.jpg&w=660", "https://a.example/posts/harbour7.jpg",
    SAME },
  { "another-number", "https://a.example/2019/11/1.jpg", "https://a.example/2019/11/2.jpg", OTHER },
  { "another-folder", "https://a.example/101/2/1.jpg", "https://a.example/101/3/1.jpg", OTHER },
  { "another-script", "https://a.example/image.php?src=/posts/harbour7.jpg",
    "https://a.example/image.php?src=/posts/harbour8.jpg", OTHER },
  { "no-extension", "https://a.example/photos/ab12cd34ef", "https://a.example/photos/ab12cd34ef?w=100", SAME },
  { "cuts-by-name", "https://a.example/files/mayor-tilda-brink_1.jpg", "https://a.example/x/mayor-tilda-brink_2.jpg",
    ALIKE },
  { "cuts-by-word", "https://a.example/00FERRYDOCK-superJumbo.jpg", "https://a.example/news/ferrydock-social.jpg",
    ALIKE },
  { "cuts-by-number", "https://a.example/a-6435930-x.jpg", "https://b.example/top/6435930.jpg", ALIKE },
  { "only-a-date", "https://a.example/20191118-ferry.jpg", "https://a.example/20191118-mayor.jpg", OTHER },
  { "other-ids", "https://a.example/public/YM6FKRVZWJCU.jpg", "https://a.example/public/JV72U6OXHVHO.png", OTHER },
  { "empty", "", "", SAME },
};

static const struct
{
  const char *source;
  gboolean photo;
} addresses[] = {
  { "https://a.example/2019/harbour.jpg", TRUE },
  { "https://a.example/img?id=7", TRUE },
  { "https://a.example/img/logo.png", FALSE },
  { "https://a.example/avatars/jane.jpg", FALSE },

  { "https://secure.gravatar.com/x?s=200", FALSE },
  { "https://a.example/i/blank.jpg", FALSE },
  { "https://a.example/icons/share.png", FALSE },
  { "https://a.example/profile_images/1.jpg", FALSE },
  { "https://a.example/t.svg?x", FALSE },
  { "https://ad.doubleclick.example/x.jpg", FALSE },
  { "https://a.example/themes/ajax_loader.gif", FALSE },
  { "https://a.example/authors/jane-roe.jpg", FALSE },
  { "https://a.example/authority.jpg", TRUE },
  { "https://a.example/brokenimagev3-cae2.png", FALSE },
};

static const struct
{
  const char *srcset, *best;
  guint width;
} srcsets[] = {
  { "/small.jpg 300w, /wide.jpg 2000w, /wider.jpg 4000w", "/wide.jpg", 2000 },
  { "/small.jpg 300w, /fits.jpg 750w, /wide.jpg 2000w", "/fits.jpg", 750 },
  { "/small.jpg 200w, /less-small.jpg 300w", "/less-small.jpg", 300 },
  { "a.jpg 300w, b.jpg 1200w, c.jpg 600w", "b.jpg", 1200 },
  { "a.jpg, b.jpg 2x", "b.jpg", 0 },
  { "a,b.jpg 300w,c.jpg 600w", "c.jpg", 600 },
  { "a.jpg", "a.jpg", 0 },
  { " , ,, ", NULL, 0 },
  { "data:image/gif;base64,R0lGODlh 2000w, b.jpg 100w", "b.jpg", 100 },
  { "a.jpg 99999999999999999999w", "a.jpg", 0 },
  { "a.jpg 800w, b.jpg 1600w, c.jpg 2400w, d.jpg 6000w", "b.jpg", 1600 },
  { "d.jpg 6000w, c.jpg 2400w, e.jpg 4000w", "c.jpg", 2400 },
  { "a.jpg 1x, b.jpg 2x, c.jpg 4x", "b.jpg", 0 },
  { "c.jpg 4x, d.jpg 3x", "d.jpg", 0 },
  { "a.jpg 900w, b.jpg", "a.jpg", 900 },
  { "", NULL, 0 },
};

static void
test_pairs (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (pairs); i++)
    {
      g_autofree char *key = np_image_key (pairs[i].source), *other = np_image_key (pairs[i].other);
      Relation relation = g_str_equal (key, other)                                  ? SAME
                          : np_image_key_is_alike (pairs[i].source, pairs[i].other) ? ALIKE
                                                                                    : OTHER;

      g_test_message ("%s: “%s”, “%s”", pairs[i].name, key, other);
      g_assert_cmpint (relation, ==, pairs[i].relation);
    }
}

static void
test_addresses (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (addresses); i++)
    {
      g_test_message ("%s", addresses[i].source);
      g_assert_cmpint (np_image_is_photo_address (addresses[i].source), ==, addresses[i].photo);
    }
}

static void
test_srcsets (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (srcsets); i++)
    {
      guint width;
      g_autofree char *best = np_image_source_best_of_set (srcsets[i].srcset, &width);

      g_test_message ("%s", srcsets[i].srcset);
      g_assert_cmpstr (best, ==, srcsets[i].best);
      g_assert_cmpuint (width, ==, srcsets[i].width);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  g_test_add_func ("/extract/image-key/pairs", test_pairs);
  g_test_add_func ("/extract/image-key/addresses", test_addresses);
  g_test_add_func ("/extract/image-key/srcsets", test_srcsets);
  return g_test_run ();
}
