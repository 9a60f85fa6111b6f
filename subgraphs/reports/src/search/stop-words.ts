/**
 * Indonesian words that carry no meaning of their own; they are neither stored nor searched. PostgreSQL has a stemmer
 * of the language but no such list, and would read one only from a file on the server's disk.
 *
 * The stored words were made with this list: whoever changes it writes a migration that makes them anew.
 */
export const STOP_WORDS: readonly string[] = `
  ada adalah adanya adapun agak agar akan akankah aku anda andai antara antar apa apabila apakah apalagi atas atau
  ataukah ataupun
  bagai bagaimana bagaimanakah bagi bahkan bahwa bahwasanya beberapa begini begitu begitulah belum beserta biar bila
  bilamana bisa boleh bukan bukankah bukanlah buat
  cuma dalam dan dapat dari daripada dengan demi demikian di dia dialah dong
  hal hanya hanyalah harap harus hendak hingga
  ia ialah ini inikah inilah itu itukah itulah
  jadi jika jikalau juga justru
  kalau kalaupun kami kamu kan kapan karena ke kecuali kemudian kenapa kepada kepadanya ketika kita kok kini
  lagi lah lain lalu lebih
  maka malah mana manakah masih masing maupun melainkan melalui memang mengapa mereka meski meskipun mohon mungkin
  namun nah nanti nya
  oh oleh
  pada padahal pak para per pernah pula pun
  saat saja saling sambil sampai sang saya se sebab sebagai sebagaimana sebelum sebuah secara sedang sedangkan
  sedikit segala sehingga sejak sekali sekarang sekitar selain selaku selalu selama seluruh semua sementara semoga
  seorang seperti seraya sering serta sesuai sesudah setelah setiap siapa sih silakan suatu sudah supaya
  tadi tanpa tapi telah tentang tentu terhadap terlalu tersebut tetap tetapi tiap tidak toh tolong
  untuk wah walau walaupun yaitu yakni yang
`
  .trim()
  .split(/\s+/);
